import warnings

import pytest

from solution import LexError, ParseError, SyntaxProblem, Token, evaluate, tokens


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("1+2*3", 7), ("(1+2)*3", 9), ("2**3**2", 512), ("-4+6", 2), ("10/4", 2.5), ("--3", 3), ("2*-3", -6), ("((((7))))", 7), ("8/2/2", 2)],
)
def test_value(text, value):
    assert evaluate(text) == pytest.approx(value)


EXPRESSIONS = ["1+2", "3*(4-5)", "2**5-1", "7-3-2", "100/8*2"]


@pytest.mark.parametrize("text", EXPRESSIONS, ids=range(len(EXPRESSIONS)))
def test_as_python(text):
    assert evaluate(text) == eval(text)


@pytest.mark.parametrize(("text", "position"), [("1 $ 2", 2), ("é", 0), ("1+2#", 3)], ids=["dollar", "accent", "hash"])
def test_letter(text, position):
    with pytest.raises(LexError, match=rf"at {position}\b") as caught:
        evaluate(text)
    assert caught.value.position == position
    assert text[position] in str(caught.value)


@pytest.mark.parametrize("text", ["", "1+", "(1", "1)", "*2", "1 2", "()"], ids=["empty", "plus", "open", "close", "star", "two", "nothing"])
def test_syntax(text):
    with pytest.raises(ParseError):
        evaluate(text)


def test_hierarchy():
    assert issubclass(LexError, SyntaxProblem)
    assert issubclass(ParseError, SyntaxProblem)
    assert issubclass(SyntaxProblem, ValueError)
    for text in ("1 ? 2", "1 +"):
        with pytest.raises(SyntaxProblem):
            evaluate(text)


def test_division():
    with pytest.raises(ArithmeticError) as caught:
        evaluate("1/(2-2)")
    assert type(caught.value) is ZeroDivisionError


def test_names():
    assert evaluate("a*b", {"a": 3, "b": 4}) == 12
    assert evaluate("a", a_default := {"a": 1}) == a_default["a"]


def test_unknown_name():
    with pytest.raises(NameError, match="'c'") as caught:
        evaluate("a+c", {"a": 3})
    assert isinstance(caught.value.__cause__, KeyError)


def test_tokens():
    assert list(tokens("1 + ab")) == [("number", "1", 0), ("sign", "+", 2), ("name", "ab", 4)]


def test_token_is_a_tuple():
    token = next(tokens("42"))
    kind, text, position = token
    assert (kind, text, position) == ("number", "42", 0)
    assert token.text == "42"
    assert isinstance(token, Token)
    assert isinstance(token, tuple)


def test_tokens_are_lazy():
    found = tokens("1 + $")
    assert next(found).text == "1"
    assert next(found).text == "+"
    with pytest.raises(LexError):
        next(found)
    with pytest.raises(StopIteration):
        next(found)


def test_does_not_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert evaluate("2**3") == 8
