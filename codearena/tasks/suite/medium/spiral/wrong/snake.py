def spiral(matrix):
    result = []
    for index, row in enumerate(matrix):
        result += row if index % 2 == 0 else row[::-1]
    return result
