from collections import defaultdict
from solution import groups


def test_factory():
    g = groups(["ab", "c"])
    assert isinstance(g, defaultdict)
    assert g[9] == []


def test_other():
    assert groups(["ab"]) == {2: ["ab"]}
