class Node:
    def __init__(self, val=0, next=None):
        self.val, self.next = val, next


def rev(h):
    return h


def build(xs):
    return Node(xs[0]) if xs else None
