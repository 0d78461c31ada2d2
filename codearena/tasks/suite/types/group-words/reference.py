"""Words by their first letter."""

from collections.abc import Iterable


def group_words(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words in lists, by their first letter in lower case.

    Words that begin with no letter stand under "#".

    >>> group_words(["pear", "Plum", "fig"])
    {'p': ['pear', 'Plum'], 'f': ['fig']}
    """
    groups: dict[str, list[str]] = {}
    for word in words:
        first = word[:1]
        groups.setdefault(first.lower() if first.isalpha() else "#", []).append(word)
    return groups
