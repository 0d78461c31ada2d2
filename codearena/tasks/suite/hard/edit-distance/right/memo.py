from functools import cache


def edit_distance(a, b):
    @cache
    def distance(i, j):
        """Return the distance of the first i characters to the first j."""
        if i == 0 or j == 0:
            return i + j
        if a[i - 1] == b[j - 1]:
            return distance(i - 1, j - 1)
        return 1 + min(distance(i - 1, j), distance(i, j - 1), distance(i - 1, j - 1))

    for i in range(len(a)):
        for j in range(len(b)):
            distance(i, j)
    return distance(len(a), len(b))
