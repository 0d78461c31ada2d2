import solution
from hypothesis import given
from hypothesis import strategies as st

HEIGHTS = st.lists(st.integers(-6, 6), min_size=1, max_size=14)


@given(HEIGHTS)
def test_a_peak_is_found(heights):
    at = solution.peak(list(heights))
    assert 0 <= at < len(heights)
    assert heights[at] == max(heights[max(0, at - 1) : at + 2])


@given(st.lists(st.integers(), min_size=1, max_size=14, unique=True), st.lists(st.integers(), max_size=14, unique=True))
def test_the_only_peak(rising, falling):
    top = max(map(abs, rising + falling)) + 1
    heights = [*sorted(rising), top, *sorted(falling, reverse=True)]
    assert solution.peak(heights) == len(rising)
    assert solution.peak(heights[::-1]) == len(falling)
