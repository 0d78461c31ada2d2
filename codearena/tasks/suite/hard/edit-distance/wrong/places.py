from itertools import zip_longest


def edit_distance(a, b):
    return sum(one != other for one, other in zip_longest(a, b))
