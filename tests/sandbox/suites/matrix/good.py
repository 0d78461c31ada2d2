class ShapeError(ValueError):
    pass


class Matrix:
    __slots__ = ("_rows",)

    def __init__(self, rows):
        self._rows = [list(row) for row in rows]

    def rows(self):
        return [list(row) for row in self._rows]

    @property
    def shape(self):
        return len(self._rows), len(self._rows[0])

    @property
    def T(self):
        return Matrix(zip(*self._rows))

    def __getitem__(self, key):
        i, j = key
        return self._rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self._rows[i][j] = value

    def copy(self):
        return Matrix(self._rows)

    def __iter__(self):
        return (tuple(row) for row in self._rows)

    def __eq__(self, other):
        return self._rows == other._rows if isinstance(other, Matrix) else NotImplemented

    __hash__ = None

    def _zip(self, other, f):
        return Matrix([f(x, y) for x, y in zip(r, s)] for r, s in zip(self._rows, other._rows))

    def __add__(self, other):
        return self._zip(other, lambda x, y: x + y)

    def __iadd__(self, other):
        self._rows = (self + other)._rows
        return self

    def __sub__(self, other):
        return self._zip(other, lambda x, y: x - y)

    def __neg__(self):
        return self * -1

    def __mul__(self, k):
        return Matrix([x * k for x in row] for row in self._rows)

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ShapeError("{}x{} and {}x{} do not fit".format(*self.shape, *other.shape))
        columns = list(zip(*other._rows))
        return Matrix([sum(x * y for x, y in zip(row, column)) for column in columns] for row in self._rows)

    def __bool__(self):
        return any(any(row) for row in self._rows)

    def det(self):
        rows = [[float(x) for x in row] for row in self._rows]
        result = 1.0
        for i in range(len(rows)):
            pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
            if abs(rows[pivot][i]) < 1e-12:
                return 0.0
            if pivot != i:
                rows[i], rows[pivot] = rows[pivot], rows[i]
                result = -result
            result *= rows[i][i]
            for r in range(i + 1, len(rows)):
                f = rows[r][i] / rows[i][i]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[i])]
        return result

    def __repr__(self):
        return f"Matrix({self._rows})"

    def __str__(self):
        return format(self, "")

    def __format__(self, spec):
        return "\n".join(" ".join(format(x, spec) for x in row) for row in self._rows)


def identity(n):
    return Matrix([int(i == j) for j in range(n)] for i in range(n))
