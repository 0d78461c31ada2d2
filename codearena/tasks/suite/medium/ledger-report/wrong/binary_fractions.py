sums = {}
for _ in range(int(input())):
    name, amount = input().split()
    sums[name] = sums.get(name, 0.0) + float(amount)
for name in sorted(sums):
    if sums[name]:
        print(f"{name} {sums[name]:.2f}")
print(f"total {sum(sums.values()):.2f}")
