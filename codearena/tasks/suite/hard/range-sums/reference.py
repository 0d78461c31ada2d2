"""Sums over ranges by a Fenwick tree."""

from collections.abc import Iterable, Sequence
from itertools import accumulate


def range_sums(
    numbers: Sequence[int], operations: Iterable[tuple[str, int, int]]
) -> list[int]:
    """Carry out all operations; return the results of the sums.

    ("sum", first, last) asks for a sum, both ends included;
    ("set", index, value) replaces a number. Logarithmic time for each.

    >>> range_sums([3, 1, 4], [("set", 1, 9), ("sum", 0, 2)])
    [16]
    """
    current = list(numbers)
    tree = _tree(current)
    results: list[int] = []
    for kind, first, second in operations:
        if kind == "sum":
            results.append(_prefix(tree, second + 1) - _prefix(tree, first))
        else:
            _add(tree, first + 1, second - current[first])
            current[first] = second
    return results


def _tree(numbers: Sequence[int]) -> list[int]:
    """Return the tree: at each i the sum of the last (i & -i) of i numbers."""
    sums = [0, *accumulate(numbers)]
    return [total - sums[i & (i - 1)] for i, total in enumerate(sums)]


def _prefix(tree: Sequence[int], count: int) -> int:
    """Return the sum of the first numbers."""
    total = 0
    while count:
        total += tree[count]
        count &= count - 1
    return total


def _add(tree: list[int], i: int, change: int) -> None:
    """Add change to the number at i, counted from 1."""
    while i < len(tree):
        tree[i] += change
        i += i & -i
