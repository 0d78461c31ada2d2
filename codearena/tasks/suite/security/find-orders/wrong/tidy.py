"""Search in orders."""

import sqlite3
from collections.abc import Iterable

Order = tuple[int, str, int]


def find_orders(orders: Iterable[Order], customer: str, sort: str = "id") -> list[Order]:
    """Return the orders whose customer contains a text.

    Args:
        orders: All orders.
        customer: The text to look for.
        sort: The column to sort by, with a minus for the largest first.

    Returns:
        The orders that were found, sorted.
    """
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE orders (id INTEGER, customer TEXT, cents INTEGER)")
    connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", orders)
    direction = "DESC" if sort.startswith("-") else "ASC"
    column = sort.lstrip("-")
    statement = f"SELECT * FROM orders WHERE customer LIKE ? ORDER BY {column} {direction}, id"
    return connection.execute(statement, (f"%{customer}%",)).fetchall()
