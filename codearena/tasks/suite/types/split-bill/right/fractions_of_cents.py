from decimal import Decimal
from fractions import Fraction
from math import floor


def split_bill(total, people, tip=0):
    if people < 1:
        raise ValueError(people)
    cents = Fraction(total) * 100
    tip_cents = floor(cents * Fraction(str(tip)) / 100 + Fraction(1, 2))
    left = int(cents) + tip_cents
    shares = []
    for payers in range(people, 0, -1):
        share = -(-left // payers)
        left -= share
        shares.append(Decimal(f"{share // 100}.{share % 100:02}"))
    return shares
