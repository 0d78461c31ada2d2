import pytest
from solution import task_order


@pytest.fixture
def web():
    """Pairs of 61 tasks that look shuffled, without a circle."""
    tasks = [n * 37 % 61 for n in range(61)]
    steps = (4, 7, 19)
    return [(tasks[n], tasks[n + step]) for step in steps for n in range(61 - step)]


def is_circle(count, pairs):
    try:
        task_order(count, pairs)
    except ValueError:
        return True
    return False


def simple_order(count, pairs):
    left = set(range(count))
    order = []
    while left:
        waiting = {b for a, b in pairs if a in left}
        order.append(min(left - waiting))
        left.remove(order[-1])
    return order


@pytest.mark.parametrize(
    ("count", "pairs", "expected"),
    [
        (4, [(2, 1), (0, 3)], [0, 2, 1, 3]),
        (5, [(3, 1), (1, 4), (4, 0)], [2, 3, 1, 4, 0]),
        (6, [(5, 2), (2, 3), (3, 1), (0, 4)], [0, 4, 5, 2, 3, 1]),
    ],
)
def test_released_tasks_come_at_once(count, pairs, expected):
    assert task_order(count, pairs) == expected
    assert task_order(count, pairs[::-1]) == expected
    assert is_circle(count, [*pairs, pairs[0][::-1]])


def test_one_task_for_many():
    pairs = [(9, n) for n in range(9)]
    assert task_order(10, pairs) == [9, *range(9)]
    assert task_order(10, [(b, a) for a, b in pairs]) == list(range(10))
    assert task_order(11, pairs) == [9, *range(9), 10]
    assert is_circle(10, [*pairs, (0, 9)])


def test_diamond():
    assert task_order(4, [(3, 1), (3, 2), (1, 0), (2, 0)]) == [3, 1, 2, 0]
    assert task_order(5, [(4, 3), (4, 1), (3, 0), (1, 0)]) == [2, 4, 1, 3, 0]
    assert is_circle(4, [(3, 1), (3, 2), (1, 0), (2, 0), (0, 3)])


def test_repeated_pairs():
    assert task_order(3, [(2, 1), (2, 1), (1, 0), (2, 1)]) == [2, 1, 0]
    assert task_order(4, [(3, 1), (3, 1)]) == [0, 2, 3, 1]
    assert is_circle(3, [(2, 1), (2, 1), (1, 2)])


def test_circle_beside_other_tasks():
    assert is_circle(6, [(0, 1), (3, 4), (4, 5), (5, 3)])
    assert is_circle(6, [(5, 0), (0, 1), (1, 0)])
    assert not is_circle(6, [(3, 4), (4, 5), (3, 5)])
    assert task_order(6, [(5, 0), (0, 1)]) == [2, 3, 4, 5, 0, 1]


def test_pairs_are_left_alone(web):
    before = list(web)
    assert task_order(61, web) == simple_order(61, before)
    assert task_order(70, web[:90]) == simple_order(70, before[:90])
    assert is_circle(61, [*web, before[0][::-1]])
    assert web == before


def test_backwards():
    pairs = [(n + 1, n) for n in range(70)]
    assert task_order(71, pairs) == list(range(70, -1, -1))
    assert task_order(71, pairs[::2]) == simple_order(71, pairs[::2])
    assert is_circle(71, [*pairs, (0, 70)])


def test_long_circle():
    circle = [(n, (n + 7) % 50) for n in range(50)]
    assert is_circle(50, circle)
    for at in (0, 20, 49):
        pairs = circle[:at] + circle[at + 1 :]
        order = [(at + 7 * n) % 50 for n in range(1, 51)]
        assert task_order(50, pairs) == order
