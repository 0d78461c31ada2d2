import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("aBß é-7\t", max_size=4)
CODES = st.lists(st.integers(-2, 20_000) | TEXTS, max_size=6)
GOOD = st.lists(st.integers(0, 10**9) | TEXTS.filter(str.strip), max_size=6)


def labels_or_error(function, codes):
    try:
        return function(codes)
    except (TypeError, ValueError) as error:
        return type(error)


@given(CODES)
def test_same_as_the_reference(codes):
    expected = labels_or_error(reference.shelf_labels, codes)
    assert labels_or_error(solution.shelf_labels, list(codes)) == expected


@given(GOOD, st.integers(0, 10**9))
def test_one_label_for_each_code(codes, number):
    labels = solution.shelf_labels([*codes, number])
    assert len(labels) == len(codes) + 1
    assert int(labels[-1]) == number
    assert len(labels[-1]) == max(4, len(str(number)))
    assert labels[:-1] == solution.shelf_labels(list(codes))


@given(GOOD, st.sampled_from([None, True, False, 1.5, b"a", ()]), st.integers(-(10**9), -1))
def test_what_is_refused(codes, other, below):
    assert len(solution.shelf_labels([*codes, 1])) == len(codes) + 1
    assert labels_or_error(solution.shelf_labels, [*codes, other]) is TypeError
    assert labels_or_error(solution.shelf_labels, [*codes, below]) is ValueError
