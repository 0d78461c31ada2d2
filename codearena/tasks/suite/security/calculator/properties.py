import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.integers(0, 40).map(str) | st.sampled_from(["2.5", "1.5e3", "0.125", "1e30"])
PLAIN = st.recursive(
    NUMBERS,
    lambda inner: st.builds("{} {} {}".format, inner, st.sampled_from("+ - * / // % **".split()), inner)
    | st.builds("({})".format, inner)
    | st.builds("{}{}".format, st.sampled_from("+-"), inner),
    max_leaves=6,
)
TOKENS = st.lists(
    st.sampled_from(["1", "2", "+", "-", "*", "**", "(", ")", "a", "'", "<<", "~", "[", ",", "True", " and "]),
    max_size=6,
).map("".join)


def value_or_error(function, expression):
    try:
        return repr(function(expression))
    except ValueError:
        return ValueError


@given(PLAIN | TOKENS)
def test_same_as_the_reference(expression):
    expected = value_or_error(reference.calculate, expression)
    assert value_or_error(solution.calculate, expression) == expected


@given(st.integers(0, 10**20), st.integers(1, 10**20))
def test_whole_numbers_are_exact(a, b):
    assert solution.calculate(f"{a} - {b} * 3") == a - 3 * b
    assert solution.calculate(f"({a} // {b}) * {b} + {a} % {b}") == a
    assert solution.calculate(f"-{a} ** 2") == -(a**2)


@given(PLAIN, st.sampled_from(["{}.real", "({}, 1)", "abs({})", "[{}][0]", "{} if 1 else 2", "not {}", "({}) < 1", "{} +"]))
def test_nothing_but_arithmetic(expression, form):
    assert value_or_error(solution.calculate, form.format(expression)) is ValueError
    assert solution.calculate(f"1 + {len(expression)}") == 1 + len(expression)
