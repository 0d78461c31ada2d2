"""Run-length encoding."""

from itertools import groupby


def run_lengths(text: str) -> list[tuple[str, int]]:
    """Return each run of equal characters in text with its length.

    >>> run_lengths("aaab")
    [('a', 3), ('b', 1)]
    """
    return [(character, sum(1 for _ in run)) for character, run in groupby(text)]
