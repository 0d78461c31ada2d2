"""Amounts of invoices, in whole cents."""

from collections.abc import Iterable


def invoice_total(lines: Iterable[tuple[str, int, int]], discount: int = 0) -> int:
    """Return the amount to pay in cents, after a discount in percent; half a cent is rounded up.

    >>> invoice_total([("pen", 3, 120)], 25)
    270
    """
    total = sum(quantity * price for _, quantity, price in lines)
    return (total * (100 - discount) + 50) // 100
