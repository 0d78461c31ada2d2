def rotate(m, k):
    k %= len(m)
    m[:] = m[-k:] + m[:-k]


def zeroes(a):
    j = 0
    for x in list(a):
        if x:
            a[j] = x
            j += 1
    for i in range(j, len(a)):
        a[i] = 0


def rot(mat):
    mat[:] = [list(r) for r in zip(*mat[::-1])]
