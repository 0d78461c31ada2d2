"""Levenshtein distance, row by row."""


def edit_distance(a: str, b: str) -> int:
    """Return the smallest number of edits that turn a into b.

    An edit inserts, deletes or replaces one character. Time in proportion
    to the product of both lengths, space to that of b.

    >>> edit_distance("kitten", "sitting")
    3
    """
    # The distances of what was read of a to all beginnings of b.
    row = list(range(len(b) + 1))
    for i, char in enumerate(a):
        above_left, row[0] = row[0], i + 1
        for j, other in enumerate(b):
            replaced = above_left + (char != other)
            above_left = row[j + 1]
            row[j + 1] = min(replaced, above_left + 1, row[j] + 1)
    return row[-1]
