def spiral(matrix):
    result = []
    rest = [list(column) for column in zip(*matrix)]
    while rest:
        result += rest.pop(0)
        rest = [list(column) for column in zip(*rest)][::-1]
    return result
