from decimal import Decimal


def split_bill(total, people, tip=0):
    """Return what each of the people pays of a bill with a tip in percent."""
    if people < 1:
        raise ValueError("nobody is there to pay")
    whole = total * (1 + tip / 100)
    share = round(whole / people, 2)
    return [share] * people
