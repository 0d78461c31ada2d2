from collections import Counter, defaultdict, deque

import pytest

import solution

CITIES = {
    "a": {"b": 4, "c": 1},
    "b": {"d": 1},
    "c": {"b": 2, "d": 5},
    "d": {},
    "e": {"a": 1},
}


@pytest.fixture
def graph():
    return {node: dict(edges) for node, edges in CITIES.items()}


@pytest.mark.parametrize(
    ("start", "end", "cost", "path"),
    [("a", "d", 4, ["a", "c", "b", "d"]), ("a", "a", 0, ["a"]), ("e", "b", 4, ["e", "a", "c", "b"])],
)
def test_shortest(graph, start, end, cost, path):
    assert solution.shortest(graph, start, end) == (cost, path)


def test_unreachable(graph):
    assert solution.shortest(graph, "d", "a") is None


@pytest.mark.parametrize("node", ["x", None, 3])
def test_unknown_node(graph, node):
    with pytest.raises(KeyError):
        solution.shortest(graph, node, "a")


def test_graph_is_left_alone(graph):
    solution.shortest(graph, "a", "d")
    solution.components(graph)
    assert graph == CITIES


def test_degrees(graph):
    degrees = solution.in_degrees(graph)
    assert isinstance(degrees, Counter)
    assert degrees == {"a": 1, "b": 2, "c": 1, "d": 2}
    assert degrees["e"] == 0
    assert sorted(degrees.most_common(2)) == [("b", 2), ("d", 2)]


def test_reversed(graph):
    back = solution.reverse(graph)
    assert isinstance(back, defaultdict)
    assert back["d"] == {"b", "c"}


def test_order():
    order = solution.topological({"shirt": ["tie"], "tie": ["jacket"], "trousers": ["shoes", "jacket"]})
    assert isinstance(order, deque)
    for first, later in [("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes")]:
        assert order.index(first) < order.index(later)
    assert len(order) == 5


@pytest.mark.parametrize("edges", [{1: [1]}, {1: [2], 2: [1]}, {0: [1], 1: [2], 2: [3], 3: [1]}])
def test_circle(edges):
    with pytest.raises(solution.Circle) as caught:
        solution.topological(edges)
    assert caught.value.nodes <= set(edges)
    assert caught.value.nodes


def test_components(graph):
    graph["x"] = {"y": 1}
    graph["y"] = {}
    assert solution.components(graph) == {frozenset("abcde"), frozenset("xy")}


def test_walk_is_lazy():
    asked = []

    def neighbours(n):
        asked.append(n)
        return [2 * n, 2 * n + 1]

    walk = solution.breadth_first(1, neighbours)
    assert asked == []
    assert [next(walk) for _ in range(5)] == [1, 2, 3, 4, 5]
    assert asked[0] == 1
    assert len(asked) < 10


def test_walk_with_method():
    assert list(solution.breadth_first("a", lambda n: sorted(CITIES[n]))) == ["a", "b", "c", "d"]
    assert list(solution.breadth_first("d", CITIES.get)) == ["d"]


def test_grid():
    grid = ["..#", "#..", "##."]
    assert solution.steps(grid) == 4
    assert solution.steps(["."]) == 0
    assert solution.steps([".#", "#."]) == -1
