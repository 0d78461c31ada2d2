from decimal import Decimal

sums = {}
for _ in range(int(input())):
    name, amount = input().split()
    sums[name] = sums.get(name, Decimal()) + Decimal(amount)
for name in sums:
    if sums[name]:
        print(f"{name} {sums[name]:.2f}")
print(f"total {sum(sums.values(), Decimal()):.2f}")
