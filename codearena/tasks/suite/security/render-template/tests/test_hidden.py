import pytest
from solution import render


@pytest.fixture
def rendered():
    """Return what some templates become, with None for each that raises ValueError."""
    values = {"a": "A", "b_2": 2, "_c": None, "D": 0.5, "format": "F", "self": "S"}

    def of(*templates):
        results = []
        for template in templates:
            try:
                results.append(render(template, values))
            except ValueError:
                results.append(None)
        return results

    return of


def test_attributes_and_indices(rendered):
    templates = ["{a.__class__}", "{a.__init__.__globals__}", "{a.upper}", "{a[0]}", "{a[__class__]}", "{a.}", "{a[]}"]
    assert rendered(*templates) == [None] * len(templates)
    assert rendered("{a}.__class__", "{a}[0]", "{a}.") == ["A.__class__", "A[0]", "A."]


def test_only_plain_fields(rendered):
    ends = ["!r", "!s", "!", ":", ":s", ":>50", ":%Y", "!r:>9", "=", " ", ",a", "\n"]
    assert rendered(*("{a" + end + "}" for end in ends)) == [None] * len(ends)
    assert rendered(*("{" + end + "}" for end in ends)) == [None] * len(ends)
    assert rendered(*("{a}" + end for end in ends)) == ["A" + end for end in ends]


def test_kinds_of_values(rendered):
    assert rendered("{b_2}", "{_c}", "{D}/{a}", "{D:.3f}") == ["2", "None", "0.5/A", None]
    assert rendered("{b_2}{b_2}", "{b_2!r}") == ["22", None]
    assert render("{n}|{n}", {"n": -1}) == "-1|-1"


def test_doubled_braces(rendered):
    assert rendered("{{", "}}", "{{}}", "{{{{") == ["{", "}", "{}", "{{"]
    assert rendered("{{a}}", "{{{a}}}", "{a}}}") == ["{a}", "{A}", "A}"]
    assert rendered("}}{{", "{{a", "b}}{a}", "{{{{a}}}}{a}") == ["}{", "{a", "b}A", "{{a}}A"]
    assert rendered("{{a!r}}", "{a!r}}}") == ["{a!r}", None]


def test_braces_on_their_own(rendered):
    templates = ["{", "}", "{{{", "}}}", "{a}}", "{{a}", "a}{", "{{}", "{}}", "{a{b_2}}", "{{{a}}", "{a}{"]
    assert rendered(*templates) == [None] * len(templates)
    assert rendered("", "{{{a}}}", "a") == ["", "{A}", "a"]


def test_numbered_and_empty_fields(rendered):
    assert rendered("{}", "{0}", "{1a}", "{-a}", "{ }", "{*a}", "{a b}", "{'a'}") == [None] * 8
    assert rendered("{a}{}", "{a}{a}", "{{a}}{a}") == [None, "AA", "{a}A"]


def test_unknown_names(rendered):
    names = ["b", "A", "__builtins__", "values", "template", "str", "None", "self_", "a_", "é"]
    assert rendered(*("{" + name + "}" for name in names)) == [None] * len(names)
    assert rendered("{format}", "{self}", "{a}{aa}") == ["F", "S", None]


def test_names_are_ascii():
    values = {"é": 1, "x²": 2, "ａ": 3, "n٣": 4, "a": 5, "a-b": 6, "a.b": 7, "": 8, "0": 9}
    for name in values:
        if name != "a":
            with pytest.raises(ValueError):
                render("{" + name + "}", values)
    assert render("é{a}²", values) == "é5²"
    assert render("{a}{{0}}", values) == "5{0}"


def test_inserted_text_is_not_read_again():
    values = {"x": "{y}", "y": "{x}", "z": "}}{{", "s": "\\g<0>\\1$y%s"}
    assert render("{x}{y}{{x}}", values) == "{y}{x}{x}"
    assert render("{z}|{s}", values) == "}}{{|\\g<0>\\1$y%s"
    assert render("{z}{x}", dict(reversed(values.items()))) == "}}{{{y}"
    for template in "{{x}", "{x!s}", "{x:{y}}":
        with pytest.raises(ValueError):
            render(template, values)


def test_other_text_stays(rendered):
    texts = ["$a ${{a}} %(a)s %s \\", "a\n\tb\r\n", "<b>&amp;</b>", "日本 {{é}}"]
    assert rendered(*texts) == [text.replace("{{", "{").replace("}}", "}") for text in texts]
    assert rendered("%{a}%", "${a}", "\\{a}", "\\{a\\}") == ["%A%", "$A", "\\A", None]


def test_large_templates(rendered):
    assert rendered("{a}{{" * 2000, "-" * 5000 + "{a") == ["A{" * 2000, None]
    assert rendered("{" * 4000, "{" * 4001, "{a:>4001}") == ["{" * 2000, None, None]
