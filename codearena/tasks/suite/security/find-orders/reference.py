"""Search in orders, by a statement that no search can change."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from operator import itemgetter

Order = tuple[int, str, int]

# Unlike LIKE, instr() knows no wildcards; lower() of SQLite changes A to Z only.
_FIND = """
SELECT id, customer, cents FROM orders
WHERE instr(lower(customer), lower(?))
ORDER BY id
"""
_PLACES = {"id": 0, "customer": 1, "cents": 2}


def find_orders(orders: Iterable[Order], customer: str, sort: str = "id") -> list[Order]:
    """Return the orders whose customer contains a text, sorted.

    Raises ValueError for an unknown way to sort.

    >>> find_orders([(1, "O'Brien", 500), (2, "Lee", 300)], "o'b")
    [(1, "O'Brien", 500)]
    """
    column = sort.removeprefix("-")
    if column not in _PLACES:
        raise ValueError(f"cannot sort by {sort!r}; known: {', '.join(_PLACES)}")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE orders (id INTEGER, customer TEXT, cents INTEGER)")
        connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", orders)
        found = connection.execute(_FIND, (customer,)).fetchall()
    # Equal ones keep their order, by number, in both directions.
    return sorted(found, key=itemgetter(_PLACES[column]), reverse=column != sort)
