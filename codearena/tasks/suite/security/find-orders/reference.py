"""Search in orders, by a statement that no search can change."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing

Order = tuple[int, str, int]

# Names of columns cannot be parameters of a statement: only these texts ever enter it.
_SORTS = {
    "id": "id",
    "-id": "id DESC",
    "customer": "customer, id",
    "-customer": "customer DESC, id",
    "cents": "cents, id",
    "-cents": "cents DESC, id",
}


def find_orders(orders: Iterable[Order], customer: str, sort: str = "id") -> list[Order]:
    """Return the orders whose customer contains a text, sorted. Raises ValueError for an unknown way to sort.

    >>> find_orders([(1, "O'Brien", 500), (2, "Lee", 300)], "o'b")
    [(1, "O'Brien", 500)]
    """
    if sort not in _SORTS:
        raise ValueError(f"cannot sort by {sort!r}; known: {', '.join(_SORTS)}")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT, cents INTEGER)")
        connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", orders)
        # Unlike LIKE, instr() knows no wildcards; lower() of SQLite changes A to Z only.
        found = connection.execute(
            f"SELECT id, customer, cents FROM orders WHERE instr(lower(customer), lower(?)) ORDER BY {_SORTS[sort]}",
            (customer,),
        )
        return found.fetchall()
