def invoice_total(lines, discount=0):
    return sum(int(quantity * price * (100 - discount) / 100 + 0.5) for _, quantity, price in lines)
