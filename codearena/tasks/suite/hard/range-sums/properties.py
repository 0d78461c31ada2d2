import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

VALUES = st.integers(-50, 50)
NUMBERS = st.lists(VALUES, min_size=1, max_size=12)


def operations_on(numbers):
    places = st.integers(0, len(numbers) - 1)
    sums = st.tuples(places, places).map(lambda pair: ("sum", min(pair), max(pair)))
    sets = st.tuples(st.just("set"), places, VALUES)
    return st.tuples(st.just(numbers), st.lists(sums | sets, max_size=12))


@given(NUMBERS.flatmap(operations_on))
def test_same_as_the_reference(drawn):
    numbers, operations = drawn
    expected = reference.range_sums(list(numbers), list(operations))
    assert solution.range_sums(numbers, operations) == expected


@given(NUMBERS, NUMBERS)
def test_single_numbers(before, after):
    size = min(len(before), len(after))
    sets = [("set", place, after[place]) for place in range(size)]
    ones = [("sum", place, place) for place in range(len(before))]
    results = solution.range_sums(before, [*ones, *sets, *ones])
    assert results == before + after[:size] + before[size:]


@given(NUMBERS.flatmap(operations_on))
def test_setting_moves_the_total_by_the_difference(drawn):
    numbers, operations = drawn
    total = ("sum", 0, len(numbers) - 1)
    current, expected, asked = list(numbers), [sum(numbers)], [total]
    for kind, place, value in operations:
        if kind == "set":
            expected.append(expected[-1] + value - current[place])
            current[place] = value
            asked += [(kind, place, value), total]
    assert solution.range_sums(numbers, asked) == expected
