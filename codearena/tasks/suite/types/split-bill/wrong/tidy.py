"""Bills that several people pay."""

from decimal import Decimal


def split_bill(total: Decimal, people: int, tip: Decimal | int | float = 0) -> list[Decimal]:
    """Return what each of the people pays.

    Args:
        total: The amount of the bill.
        people: How many people share it.
        tip: The tip in percent.

    Returns:
        The share of each person, with two places.

    Raises:
        ValueError: If there is nobody to pay.
    """
    if people < 1:
        raise ValueError("nobody is there to pay")
    whole = float(total) * (1 + float(tip) / 100)
    share = Decimal(f"{whole / people:.2f}")
    return [share] * people
