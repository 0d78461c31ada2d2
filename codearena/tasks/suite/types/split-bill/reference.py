"""Bills that several people pay."""

from decimal import ROUND_HALF_UP, Decimal


def split_bill(total: Decimal, people: int, tip: Decimal | int | float = 0) -> list[Decimal]:
    """Return what each of the people pays of a bill with a tip in percent, to the cent.

    Raises ValueError when there is nobody to pay.

    >>> split_bill(Decimal("10.00"), 3)
    [Decimal('3.34'), Decimal('3.33'), Decimal('3.33')]
    """
    if people < 1:
        raise ValueError(f"{people} people cannot pay a bill")
    # By way of its text, since a float is hardly ever the fraction that it shows.
    extra = (total * Decimal(str(tip))).quantize(Decimal(1), ROUND_HALF_UP)
    share, left = divmod(int(total * 100 + extra), people)
    return [Decimal(share + (number < left)).scaleb(-2) for number in range(people)]
