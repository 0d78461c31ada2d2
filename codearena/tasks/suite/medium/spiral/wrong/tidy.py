"""Spiral order of a matrix."""

from collections.abc import Iterator


def ring(matrix: list[list[int]], depth: int) -> Iterator[int]:
    """Yield one ring of the matrix, clockwise.

    Args:
        matrix: The matrix.
        depth: How many rings lie outside this one.
    """
    bottom = len(matrix) - 1 - depth
    right = len(matrix[0]) - 1 - depth
    yield from (matrix[depth][column] for column in range(depth, right))
    yield from (matrix[row][right] for row in range(depth, bottom))
    yield from (matrix[bottom][column] for column in range(right, depth, -1))
    yield from (matrix[row][depth] for row in range(bottom, depth, -1))


def spiral(matrix: list[list[int]]) -> list[int]:
    """Return all numbers of a matrix in the order of a spiral.

    Args:
        matrix: Rows of equal length.

    Returns:
        The numbers, from the outside to the inside.
    """
    if not matrix:
        return []
    rings = (min(len(matrix), len(matrix[0])) + 1) // 2
    return [number for depth in range(rings) for number in ring(matrix, depth)]
