class ShapeError(Exception):
    pass


class Matrix:
    def __init__(self, rows):
        self._rows = rows

    def rows(self):
        return self._rows

    @property
    def shape(self):
        return len(self._rows), len(self._rows[0])

    @property
    def T(self):
        return Matrix([list(c) for c in zip(*self._rows)])

    def __getitem__(self, key):
        i, j = key
        return self._rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self._rows[i][j] = value

    def copy(self):
        return self

    def __eq__(self, other):
        return self._rows == other._rows

    def __sub__(self, other):
        return Matrix([[x - y for x, y in zip(r, s)] for r, s in zip(self._rows, other._rows)])

    def __mul__(self, k):
        return Matrix([[x * k for x in row] for row in self._rows])

    def __matmul__(self, other):
        return Matrix([[sum(x * y for x, y in zip(row, c)) for c in zip(*other._rows)] for row in self._rows])

    def det(self):
        (a, b), (c, d) = self._rows
        return a * d - b * c

    def __repr__(self):
        return "Matrix(" + str(self._rows) + ")"


def identity(n):
    return Matrix([[int(i == j) for j in range(n)] for i in range(n)])
