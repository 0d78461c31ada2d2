from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def split_bill(total, people, tip=0):
    """Deal one cent after another, for as long as some are left."""
    if people <= 0:
        raise ValueError("no people")
    percent = Decimal(repr(tip)) if isinstance(tip, float) else Decimal(tip)
    left = total + (total * percent / 100).quantize(CENT, rounding=ROUND_HALF_UP)
    even = (left / people).quantize(CENT, rounding="ROUND_FLOOR")
    shares = [even] * people
    left -= even * people
    number = 0
    while left > 0:
        shares[number] += CENT
        left -= CENT
        number += 1
    return shares
