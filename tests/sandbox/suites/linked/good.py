class Node:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


def rev(h):
    p = None
    while h:
        h.next, p, h = p, h, h.next
    return p


def build(xs):
    h = None
    for x in reversed(xs):
        h = Node(x, h)
    return h
