def invoice_total(lines, discount=0):
    """Return the amount to pay in cents, after a discount in percent."""
    total = sum(quantity * price for _, quantity, price in lines)
    return (total * (100 - discount) + 50 // 100)
