"""Edit distance by dynamic programming."""


def edit_distance(a: str, b: str) -> int:
    """Return the number of edits that turn one text into another.

    Args:
        a: The text to start from.
        b: The text to arrive at.

    Returns:
        The smallest number of edits.
    """
    rows, columns = len(a) + 1, len(b) + 1
    table: list[list[int]] = [[0] * columns for _ in range(rows)]
    for i in range(1, rows):
        for j in range(1, columns):
            if a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    common = table[-1][-1]
    return len(a) + len(b) - 2 * common
