"""Words by their first letter."""

from collections import defaultdict
from collections.abc import Iterable


def group_words(words: Iterable[str]) -> dict[str, list[str]]:
    """Return the words, grouped by their first letter.

    Args:
        words: The words to group.

    Returns:
        A mapping from letter to the words that begin with it.
    """
    groups: dict[str, set[str]] = defaultdict(set)
    for word in words:
        key = word[0] if word[:1].isalpha() else "#"
        groups[key].add(word)
    return {key: sorted(group) for key, group in groups.items()}
