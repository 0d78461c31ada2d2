import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

INTERVALS = st.lists(
    st.tuples(st.integers(-40, 40), st.integers(0, 12)).map(
        lambda pair: (pair[0], pair[0] + pair[1])
    ),
    max_size=12,
)


@given(INTERVALS)
def test_same_as_the_reference(intervals):
    expected = reference.merge_intervals(list(intervals))
    assert solution.merge_intervals(intervals) == expected


@given(INTERVALS)
def test_same_points_with_gaps_between(intervals):
    # Twice the numbers, so that the odd ones stand for what lies between.
    points = {n for a, b in intervals for n in range(2 * a, 2 * b + 1)}
    merged = solution.merge_intervals(intervals)
    assert {n for a, b in merged for n in range(2 * a, 2 * b + 1)} == points
    assert all(a[1] < b[0] for a, b in zip(merged, merged[1:]))


@given(INTERVALS.filter(bool).flatmap(lambda found: st.permutations(found * 2)))
def test_order_and_repeats_do_not_matter(intervals):
    merged = solution.merge_intervals(list(intervals))
    assert solution.merge_intervals(sorted(set(intervals))) == merged
    assert merged[0][0] == min(start for start, _ in intervals)
    assert merged[-1][1] == max(end for _, end in intervals)
