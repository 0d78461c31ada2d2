"""Goes through the whole ledger once for each name."""

from decimal import Decimal

entries = [input().split() for _ in range(int(input()))]
names = []
for name, _ in entries:
    if name not in names:
        names.append(name)
names.sort()
total = Decimal(0)
for name in names:
    amount = Decimal(0)
    for other, text in entries:
        if other == name:
            amount += Decimal(text)
    total += amount
    if amount != 0:
        print(name, format(amount, ".2f"))
print("total", format(total, ".2f"))
