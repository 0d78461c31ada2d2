"""Amounts of invoices."""

from collections.abc import Iterable


def invoice_total(lines: Iterable[tuple[str, int, int]], discount: int = 0) -> int:
    """Return the amount to pay.

    Args:
        lines: Description, quantity and price in cents of each line.
        discount: The discount in percent.

    Returns:
        The amount to pay in cents.
    """
    total = sum(quantity * price for _, quantity, price in lines)
    return round(total * (1 - discount / 100))
