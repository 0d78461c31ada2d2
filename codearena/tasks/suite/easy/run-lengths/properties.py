import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.lists(st.tuples(st.sampled_from("aAb1 \n"), st.integers(1, 5)), max_size=8).map(
    lambda runs: "".join(character * count for character, count in runs)
)


@given(TEXTS)
def test_same_as_the_reference(text):
    assert solution.run_lengths(text) == reference.run_lengths(text)


@given(TEXTS)
def test_runs_make_the_text_and_are_as_long_as_possible(text):
    runs = solution.run_lengths(text)
    assert "".join(character * count for character, count in runs) == text
    assert all(one[0] != other[0] for one, other in zip(runs, runs[1:]))


@given(TEXTS, st.integers(1, 30))
def test_what_is_added_is_a_run_of_its_own(text, count):
    runs = solution.run_lengths(text)
    assert solution.run_lengths(text + "z" * count) == [*runs, ("z", count)]
    assert solution.run_lengths("z" * count + text) == [("z", count), *runs]
