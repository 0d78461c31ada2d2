import collections, datetime, decimal, enum, fractions

Pt = collections.namedtuple("Pt", "x y")


class C(enum.Enum):
    RED = 1
    BLUE = 2


class Lv(enum.IntEnum):
    LO = 1
    HI = 5


def pt():
    return Pt(1, 2)


def col(n):
    return C(n)


def money(s):
    return decimal.Decimal(s) * 2


def half(n):
    return fractions.Fraction(n, 2)


def nxt(d):
    return d + datetime.timedelta(days=1)


def groups(xs):
    d = collections.defaultdict(list)
    for x in xs:
        d[x % 2].append(x)
    return d


def lv():
    return Lv.HI


def big():
    return 2**200
