import pytest
from solution import LRU


@pytest.mark.parametrize(
    "ops,exp",
    [
        ([("p", 1, 1), ("p", 2, 2), ("g", 1), ("p", 3, 3), ("g", 2)], [1, -1]),
        ([("p", 1, 1), ("p", 1, 9), ("g", 1)], [9]),
    ],
)
def test_ops(ops, exp):
    c = LRU(2)
    out = []
    for o in ops:
        if o[0] == "p":
            c.put(*o[1:])
        else:
            out.append(c.get(o[1]))
    assert out == exp


def test_len():
    c = LRU(1)
    c.put("a", 1)
    c.put("b", 2)
    assert len(c) == 1 and "b" in c and "a" not in c


def test_cap():
    with pytest.raises(ValueError):
        LRU(0)
