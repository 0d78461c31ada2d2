"""How far one gets with 0, 1, 2 ... edits, on each diagonal of the table."""


def edit_distance(a, b):
    def slide(i, j):
        while i < len(a) and j < len(b) and a[i] == b[j]:
            i, j = i + 1, j + 1
        return i

    edits = 0
    reached = {0: slide(0, 0)}
    while reached.get(len(b) - len(a)) != len(a):
        edits += 1
        following = {}
        for diagonal, i in reached.items():
            for step, next_i in ((1, i), (-1, i + 1), (0, i + 1)):
                j = next_i + diagonal + step
                if next_i <= len(a) and j <= len(b):
                    best = max(following.get(diagonal + step, 0), next_i)
                    following[diagonal + step] = best
        reached = {d: slide(i, i + d) for d, i in following.items()}
    return edits
