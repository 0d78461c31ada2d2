class Node:
    __slots__ = ("key", "value", "older", "newer")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.older = self.newer = self


class LRUCache:
    """A dictionary of nodes that form a ring around an anchor."""

    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.nodes = {}
        self.anchor = Node()

    def __len__(self):
        return len(self.nodes)

    def unlink(self, node):
        node.older.newer, node.newer.older = node.newer, node.older

    def append(self, node):
        newest = self.anchor.older
        node.older, node.newer = newest, self.anchor
        newest.newer = self.anchor.older = node

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            return default
        self.unlink(node)
        self.append(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self.unlink(self.nodes[key])
        elif len(self.nodes) == self.capacity:
            oldest = self.anchor.newer
            self.unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = Node(key, value)
        self.append(self.nodes[key])

    def keys(self):
        found = []
        node = self.anchor.newer
        while node is not self.anchor:
            found.append(node.key)
            node = node.newer
        return found
