from decimal import ROUND_HALF_UP, Context, Decimal

EXACT = Context(prec=60)


def invoice_total(lines, discount=0):
    total = Decimal(sum(quantity * price for _, quantity, price in lines))
    share = EXACT.divide(Decimal(100 - discount), Decimal(100))
    return int(EXACT.multiply(total, share).quantize(Decimal(1), ROUND_HALF_UP, EXACT))
