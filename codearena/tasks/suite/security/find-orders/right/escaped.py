import re
import sqlite3


def find_orders(orders, customer, sort="id"):
    if not re.fullmatch(r"-?(id|customer|cents)", sort):
        raise ValueError(f"unknown order: {sort}")
    direction = "DESC" if sort[0] == "-" else "ASC"
    pattern = "%" + re.sub(r"([%_\\])", r"\\\1", customer) + "%"
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE orders (id, customer, cents)")
    connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", orders)
    order = f"{sort.lstrip('-')} {direction}, id ASC"
    statement = r"SELECT * FROM orders WHERE customer LIKE :pattern ESCAPE '\' ORDER BY " + order
    return list(connection.execute(statement, {"pattern": pattern}))
