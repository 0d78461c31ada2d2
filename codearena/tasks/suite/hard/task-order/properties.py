import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TASKS = st.integers(0, 6)
PAIRS = st.lists(st.tuples(TASKS, TASKS), max_size=10)
# Without a circle: the first tasks of a hidden order point to later ones.
FORWARD_PAIRS = st.tuples(st.permutations(range(7)), PAIRS).map(
    lambda drawn: [
        (drawn[0][min(pair)], drawn[0][max(pair)])
        for pair in drawn[1]
        if pair[0] != pair[1]
    ]
)


def order_or_error(function, pairs):
    try:
        return function(7, pairs)
    except ValueError:
        return ValueError


@given(PAIRS | FORWARD_PAIRS)
def test_same_as_the_reference(pairs):
    expected = order_or_error(reference.task_order, list(pairs))
    assert order_or_error(solution.task_order, pairs) == expected


@given(FORWARD_PAIRS)
def test_nothing_is_done_too_early(pairs):
    order = solution.task_order(7, pairs)
    assert sorted(order) == list(range(7))
    assert all(order.index(a) < order.index(b) for a, b in pairs)


@given(FORWARD_PAIRS.filter(bool))
def test_one_pair_back_makes_a_circle(pairs):
    order = solution.task_order(7, pairs)
    assert len(order) == 7
    circle = [*pairs, pairs[0][::-1]]
    assert order_or_error(solution.task_order, circle) is ValueError
    loop = [(pairs[0][1],) * 2, *pairs]
    assert order_or_error(solution.task_order, loop) is ValueError
