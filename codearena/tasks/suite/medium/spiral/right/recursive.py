def spiral(matrix):
    if not matrix:
        return []
    first, *rest = matrix
    turned = list(zip(*rest))[::-1]
    return [*first, *spiral(turned)]
