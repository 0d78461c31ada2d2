def invoice_total(lines, discount=0):
    """Take the lines from the front of a copy, which is quadratic."""
    rest = list(lines)
    hundredths = 0
    while rest:
        _, quantity, price = rest.pop(0)
        hundredths += quantity * price * (100 - discount)
    cents, left = divmod(hundredths, 100)
    return cents + 1 if left >= 50 else cents
