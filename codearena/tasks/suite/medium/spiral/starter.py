def spiral(matrix):
    """Return all numbers of a matrix from the outside to the inside."""
    result = []
    top, bottom = 0, len(matrix) - 1
    left, right = 0, len(matrix[0]) - 1
    while top <= bottom and left <= right:
        for column in range(left, right + 1):
            result.append(matrix[top][column])
        for row in range(top + 1, bottom):
            result.append(matrix[row][right])
        for column in range(right, left - 1, -1):
            result.append(matrix[bottom][column])
        for row in range(bottom - 1, top, -1):
            result.append(matrix[row][left])
        top, bottom = top + 1, bottom - 1
        left, right = left + 1, right - 1
    return result
