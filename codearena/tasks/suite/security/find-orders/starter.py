import sqlite3


def find_orders(orders, customer, sort="id"):
    """Return the orders whose customer contains a text."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE orders (id INTEGER, customer TEXT, cents INTEGER)")
    connection.executemany("INSERT INTO orders VALUES (?, ?, ?)", orders)
    direction = "DESC" if sort.startswith("-") else "ASC"
    column = sort.lstrip("-")
    statement = f"SELECT * FROM orders WHERE customer LIKE '%{customer}%' ORDER BY {column} {direction}"
    return connection.execute(statement).fetchall()
