"""Counts in cents."""


def cents(text):
    """Return an amount as a whole number of cents."""
    sign = -1 if text.startswith("-") else 1
    whole, _, part = text.lstrip("+-").partition(".")
    return sign * (int(whole or 0) * 100 + int((part + "00")[:2]))


def shown(amount):
    """Return cents as an amount with two decimals."""
    return f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"


sums = {}
for _ in range(int(input())):
    name, text = input().split()
    sums[name] = sums.get(name, 0) + cents(text)
for name in sorted(sums):
    if sums[name]:
        print(name, shown(sums[name]))
print("total", shown(sum(sums.values())))
