import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

MATRICES = st.tuples(st.integers(1, 7), st.integers(1, 7)).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(-9, 9), min_size=size[1], max_size=size[1]),
        min_size=size[0],
        max_size=size[0],
    )
)


@given(MATRICES)
def test_same_as_the_reference(matrix):
    expected = reference.spiral([list(row) for row in matrix])
    assert solution.spiral(matrix) == expected


@given(MATRICES)
def test_first_row_and_the_rest_turned(matrix):
    turned = [list(column) for column in zip(*matrix[1:])][::-1]
    rest = solution.spiral(turned) if turned else []
    assert solution.spiral(matrix) == matrix[0] + rest
