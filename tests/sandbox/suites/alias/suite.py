from solution import Team, ext, grp


def test_ctor_copies():
    src = ["a"]
    t = Team(src)
    src.append("b")
    assert t.members == ["a"]


def test_getter_copies():
    t = Team(["a"])
    t.members.append("x")
    assert t.members == ["a"]


def test_live():
    t = Team(["a"])
    t.raw().append("z")
    assert t.members == ["a", "z"]


def test_same():
    a = [1]
    r = ext(a, [2])
    assert r is a and a == [1, 2]


def test_default():
    assert grp(["a"]) == {1: ["a"]} and grp(["bb"]) == {2: ["bb"]}


def test_dict_arg():
    d = {1: ["q"]}
    inner = d[1]
    grp(["w"], d)
    assert inner == ["q", "w"]
