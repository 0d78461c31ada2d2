import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

WHOLE = st.integers(-(10**20), 10**20)
SPELLED = WHOLE.map(lambda number: f" {number} ") | st.integers(0, 99).map("+{}".format)
FLOATS = st.integers(-400, 400).map(lambda number: number / 8)
BAD = st.sampled_from(["two", "", "1 2", None, True, [], b"1"])


def sum_or_error(function, values):
    try:
        return function(values)
    except (TypeError, ValueError) as error:
        return type(error)


@given(st.lists(WHOLE | SPELLED, max_size=8))
def test_whole_numbers_are_exact(values):
    total = solution.sum_mixed(list(values))
    assert type(total) is int
    assert total == sum(map(int, values))


@given(st.lists(FLOATS | FLOATS.map(str) | st.integers(-9, 9), max_size=8))
def test_same_as_the_reference(values):
    expected = reference.sum_mixed(values)
    found = solution.sum_mixed(list(values))
    assert (found, type(found)) == (expected, type(expected))


@given(st.lists(st.integers(-9, 9) | FLOATS.map(str), max_size=4), BAD)
def test_what_is_no_number_is_refused(values, bad):
    kind = ValueError if isinstance(bad, str) else TypeError
    assert sum_or_error(solution.sum_mixed, [*values, bad]) is kind
    assert solution.sum_mixed([*values, "7"]) == solution.sum_mixed(list(values)) + 7
