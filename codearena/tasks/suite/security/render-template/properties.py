import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

PIECES = st.lists(
    st.sampled_from(["{a}", "{b_1}", "{{", "}}", "{", "}", "{a.b}", "{a!r}", "{}", "{0}", "{é}", "$a %s ", "x"]),
    max_size=5,
).map("".join)
VALUES = st.integers(-9, 9) | st.none() | st.text("{}ab", max_size=4)


def text_or_error(function, template, values):
    try:
        return function(template, values)
    except ValueError:
        return ValueError


@given(PIECES, VALUES, st.booleans())
def test_same_as_the_reference(template, value, both):
    values = {"a": value, "b_1": None} if both else {"a": value}
    expected = text_or_error(reference.render, template, values)
    assert text_or_error(solution.render, template, dict(values)) == expected


@given(st.text("x{} $%\\", max_size=8), st.text("{}a!", max_size=6))
def test_doubled_braces_and_values_are_text(text, value):
    template = text.replace("{", "{{").replace("}", "}}")
    assert solution.render(template, {}) == text
    assert solution.render(template + " {value}", {"value": value}) == f"{text} {value}"


NAMES = st.tuples(st.sampled_from("abZ_"), st.text("aB09_", max_size=4)).map("".join)


@given(NAMES, st.sampled_from([".x", "[0]", "!r", ":>9", " ", "{"]), st.integers(0, 99))
def test_only_names_in_braces(name, more, number):
    assert solution.render("<{" + name + "}>", {name: number}) == f"<{number}>"
    assert text_or_error(solution.render, "{" + name + more + "}", {name: number}) is ValueError
    assert text_or_error(solution.render, "{" + name + "}", {name + "x": number}) is ValueError
