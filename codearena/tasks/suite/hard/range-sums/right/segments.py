class SegmentTree:
    """Leaves from size on; each node is the sum of its two children."""

    def __init__(self, numbers):
        self.size = len(numbers)
        self.nodes = [0] * self.size + list(numbers)
        for node in reversed(range(1, self.size)):
            self.refresh(node)

    def refresh(self, node):
        self.nodes[node] = self.nodes[2 * node] + self.nodes[2 * node + 1]

    def set(self, index, value):
        node = self.size + index
        self.nodes[node] = value
        while node > 1:
            node //= 2
            self.refresh(node)

    def sum(self, first, last):
        total = 0
        left, right = self.size + first, self.size + last + 1
        while left < right:
            if left % 2:
                total += self.nodes[left]
                left += 1
            if right % 2:
                right -= 1
                total += self.nodes[right]
            left //= 2
            right //= 2
        return total


def range_sums(numbers, operations):
    tree = SegmentTree(numbers)
    results = []
    for kind, *arguments in operations:
        result = getattr(tree, kind)(*arguments)
        if kind == "sum":
            results.append(result)
    return results
