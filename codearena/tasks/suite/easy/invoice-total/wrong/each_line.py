def invoice_total(lines, discount=0):
    return sum(round(quantity * price * (100 - discount) / 100) for _, quantity, price in lines)
