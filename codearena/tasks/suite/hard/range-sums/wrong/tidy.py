"""Sums over ranges by a Fenwick tree."""

from collections.abc import Sequence


class FenwickTree:
    """Sums of prefixes under changes of single numbers."""

    def __init__(self, size: int) -> None:
        self._tree: list[int] = [0] * (size + 1)

    def add(self, index: int, value: int) -> None:
        """Add a value to the number at an index."""
        position = index + 1
        while position < len(self._tree):
            self._tree[position] += value
            position += position & -position

    def prefix(self, count: int) -> int:
        """Return the sum of the first numbers."""
        total = 0
        while count > 0:
            total += self._tree[count]
            count -= count & -count
        return total


def range_sums(
    numbers: Sequence[int], operations: Sequence[tuple[str, int, int]]
) -> list[int]:
    """Carry out all operations and return the results of the sums.

    Args:
        numbers: The numbers to start with.
        operations: What to set and which ranges to sum up.

    Returns:
        One result for each sum.
    """
    tree = FenwickTree(len(numbers))
    for index, number in enumerate(numbers):
        tree.add(index, number)
    results: list[int] = []
    for kind, first, second in operations:
        if kind == "set":
            tree.add(first, second)
        else:
            results.append(tree.prefix(second + 1) - tree.prefix(first))
    return results
