from decimal import Decimal


def split_bill(total, people, tip=0):
    if people < 1:
        raise ValueError("people")
    whole = round(total + total * Decimal(tip) / 100, 2)
    share = round(whole / people, 2)
    return [share] * (people - 1) + [whole - share * (people - 1)]
