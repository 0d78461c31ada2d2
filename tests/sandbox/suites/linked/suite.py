from solution import Node, rev, build


def to_list(h):
    o = []
    while h:
        o.append(h.val)
        h = h.next
    return o


def test_build():
    assert to_list(build([1, 2, 3])) == [1, 2, 3]


def test_rev():
    assert to_list(rev(Node(1, Node(2, Node(3))))) == [3, 2, 1]


def test_ident():
    a = Node(1)
    b = Node(2, a)
    assert b.next is a
    r = rev(b)
    assert r is a and a.next is b


def test_empty():
    assert rev(None) is None
