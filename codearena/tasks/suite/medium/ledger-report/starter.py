n = int(input())
sums = {}
for _ in range(n):
    name, amount = input().split()
    sums[name] = float(amount)
for name in sums:
    print(name, sums[name])
print("total", sum(sums))
