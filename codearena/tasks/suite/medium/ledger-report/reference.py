"""Report of a ledger: what each name's amounts sum to, and all of them."""

import sys
from collections import defaultdict
from decimal import Decimal


def main() -> None:
    """Read a ledger from standard input and print its report."""
    lines = sys.stdin.read().splitlines()
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines[1 : int(lines[0]) + 1]:
        name, amount = line.split(" ")
        sums[name] += Decimal(amount)
    for name, amount in sorted(sums.items()):
        if amount:
            print(f"{name} {amount:.2f}")
    print(f"total {sum(sums.values(), Decimal()):.2f}")


main()
