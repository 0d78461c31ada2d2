import heapq
from collections import Counter, defaultdict, deque


class Circle(ValueError):
    def __init__(self, nodes):
        super().__init__(f"circle in {sorted(nodes)}")
        self.nodes = nodes


def shortest(graph, start, end):
    graph[start], graph[end]
    queue, done = [(0, [start])], set()
    while queue:
        cost, path = heapq.heappop(queue)
        node = path[-1]
        if node == end:
            return cost, path
        if node in done:
            continue
        done.add(node)
        for other, price in graph[node].items():
            heapq.heappush(queue, (cost + price, [*path, other]))
    return None


def in_degrees(graph):
    return Counter(other for edges in graph.values() for other in edges)


def reverse(graph):
    back = defaultdict(set)
    for node, edges in graph.items():
        for other in edges:
            back[other].add(node)
    return back


def topological(edges):
    missing = Counter(other for others in edges.values() for other in others)
    nodes = set(edges) | set(missing)
    ready, order = [n for n in nodes if not missing[n]], deque()
    while ready:
        node = ready.pop()
        order.append(node)
        for other in edges.get(node, ()):
            missing[other] -= 1
            if not missing[other]:
                ready.append(other)
    if len(order) < len(nodes):
        raise Circle(nodes - set(order))
    return order


def components(graph):
    parent = {node: node for node in graph}

    def find(node):
        while parent[node] != node:
            node = parent[node]
        return node

    for node, edges in graph.items():
        for other in edges:
            parent[find(node)] = find(other)
    groups = defaultdict(set)
    for node in graph:
        groups[find(node)].add(node)
    return {frozenset(group) for group in groups.values()}


def breadth_first(start, neighbours):
    queue, seen = deque([start]), {start}
    while queue:
        node = queue.popleft()
        yield node
        for other in neighbours(node):
            if other not in seen:
                seen.add(other)
                queue.append(other)


def steps(grid):
    goal = (len(grid) - 1, len(grid[0]) - 1)
    distance = {(0, 0): 0}
    queue = deque(distance)
    while queue:
        y, x = here = queue.popleft()
        if here == goal:
            return distance[here]
        for there in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
            r, c = there
            if 0 <= r <= goal[0] and 0 <= c <= goal[1] and grid[r][c] == "." and there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    return -1
