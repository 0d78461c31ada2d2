def spiral(matrix):
    """Copy and turn the rest of the matrix after every row: cubic."""
    rest = [list(row) for row in matrix]
    result = []
    while rest and rest[0]:
        result = result + rest[0]
        rest = turned(rest[1:])
    return result


def turned(matrix):
    """Turn a matrix to the left, so that its last column comes on top."""
    result = []
    width = len(matrix[0]) if matrix else 0
    for column in range(width - 1, -1, -1):
        result.append([row[column] for row in matrix])
    return result
