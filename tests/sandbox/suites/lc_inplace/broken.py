def rotate(m, k):
    m.sort()


def zeroes(a):
    return sorted(a)


def rot(mat):
    mat.reverse()
