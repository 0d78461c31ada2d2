CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
COLUMNS = {"id": 0, "customer": 1, "cents": 2}


def find_orders(orders, customer, sort="id"):
    """Take the first of what is left, again and again: quadratic, and without SQL."""
    backwards = sort.startswith("-")
    name = sort[1:] if backwards else sort
    if name not in COLUMNS:
        raise ValueError("unknown column: " + name)
    column = COLUMNS[name]
    left = [order for order in orders if small(customer) in small(order[1])]
    found = []
    while left:
        first = left[0]
        for order in left[1:]:
            if order[column] == first[column]:
                better = order[0] < first[0]
            else:
                better = (order[column] < first[column]) != backwards
            if better:
                first = order
        left.remove(first)
        found.append(first)
    return found


def small(text):
    result = ""
    for character in text:
        result += character.lower() if character in CAPITALS else character
    return result
