"""Spiral order of a matrix."""

from collections.abc import Sequence


def spiral(matrix: Sequence[Sequence[int]]) -> list[int]:
    """Return all numbers clockwise from the top left corner inwards.

    >>> spiral([[1, 2, 3], [4, 5, 6]])
    [1, 2, 3, 6, 5, 4]
    """
    visited: list[int] = []
    top, bottom = 0, len(matrix)
    left, right = 0, len(matrix[0]) if matrix else 0
    # What is left lies in rows top to bottom and columns left to right,
    # the last ones excluded.
    while top < bottom and left < right:
        visited += matrix[top][left:right]
        top += 1
        right -= 1
        visited += [row[right] for row in matrix[top:bottom]]
        if top < bottom:
            bottom -= 1
            visited += reversed(matrix[bottom][left:right])
        if left < right:
            visited += [row[left] for row in reversed(matrix[top:bottom])]
            left += 1
    return visited
