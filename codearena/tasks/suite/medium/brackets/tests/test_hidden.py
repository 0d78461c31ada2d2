import pytest
from solution import first_error

PROGRAM = """\
def f(a, b=[1, (2)]):
    return {"x": [a[0], b[-1]], "y": (lambda: {})()}
"""


@pytest.mark.parametrize("pair", ["()", "[]", "{}"])
def test_each_kind(pair):
    opening, closing = pair
    assert first_error(pair) == -1
    assert first_error(closing) == 0
    assert first_error(f"{pair}{opening}{opening}") == 2
    assert first_error(f"{pair}x{closing}{opening}") == 3
    assert first_error(f"{pair}x{opening}{pair}") == 3


def test_across_each_other():
    assert first_error("([{)]}") == 3
    assert first_error("x[ ( ] )") == 5
    assert first_error("{[}]") == 2
    assert first_error("{[]}()") == -1


def test_leftmost_that_is_still_open():
    assert first_error("[](({})") == 2
    assert first_error("{}{}[[()][") == 4
    assert first_error("((((") == 0
    assert first_error("()()a[b(c)") == 5


def test_closing_comes_before_never_closed():
    assert first_error("(((]") == 3
    assert first_error("[()(})") == 4
    assert first_error("(a(b)]c(") == 5


def test_after_all_is_closed():
    assert first_error("()[]{}]") == 6
    assert first_error("([]{})}{") == 6
    assert first_error("([]{}){(") == 6
    assert first_error("([]{})") == -1


def test_program():
    assert first_error(PROGRAM) == -1
    cut = PROGRAM.rindex("}")
    assert first_error(PROGRAM[:cut]) == PROGRAM.index("{")
    assert first_error(PROGRAM.replace("(2)]", "(2])")) == PROGRAM.index(")]")
    assert first_error(PROGRAM + ")") == len(PROGRAM)


def test_deep_nesting():
    text = "([{" * 60 + "x" + "}])" * 60
    assert first_error(text) == -1
    assert first_error(text[:-1]) == 0
    assert first_error(text[:200]) == 0
    assert first_error("()" + text[:-1]) == 2
    assert first_error(text.replace("x", ")")) == 180


def test_other_characters_are_ignored():
    assert first_error("<a> 'b' \"c\" \\ /") == -1
    assert first_error("a < b ) > c") == 6
    assert first_error("\n\n(\n<[") == 2
    assert first_error(":-) (-:") == 2
