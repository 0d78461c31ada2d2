def calculate(expression):
    """Return the value of an arithmetic expression."""
    return eval(expression)
