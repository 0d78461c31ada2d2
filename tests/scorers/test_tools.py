"""The analysers below the scorers: the real ones, given texts that were written to mislead them."""

from __future__ import annotations

import ast
import sys
import warnings
from collections.abc import Callable

import pytest
from radon.complexity import add_inner_blocks, cc_visit
from radon.metrics import mi_visit

from codearena.core.submission import Submission
from codearena.scorers.tools import (
    ToolFailed,
    analysed,
    bandit_scan,
    cyclomatic,
    maintainability,
    parse,
    pep8,
    pylint_check,
    python_texts,
    suppressions,
)
from codearena.scorers.tools.embedded import embedded
from codearena.scorers.tools.shape import Shape, shape

TOOLS: dict[str, Callable[[str], object]] = {
    "cyclomatic": lambda text: cyclomatic.blocks(parse(text)),
    "shape": lambda text: shape([parse(text)]),
    "maintainability": lambda text: maintainability.index([parse(text)]),
    "bandit": bandit_scan.scan,
    "pylint": pylint_check.check,
    "pycodestyle": pep8.check,
}


def decisions(text: str) -> dict[str, int]:
    return {block.name: block.complexity for block in cyclomatic.blocks(parse(text))}


def of(text: str) -> Shape:
    return shape([parse(text)])


def checks(text: str) -> list[str]:
    return [message.check for message in pylint_check.check(text)]


def rules(text: str) -> list[str]:
    return [issue.rule for issue in bandit_scan.scan(text)]


# ------------------------------------------------------------------------------------------------ any of them

DEEP = {
    "a chain of attributes": "x" + ".a" * 190,
    "a chain of operators": "x = " + "+".join("1" * 190),
    "a ladder of elif": "if x: pass\n" + "elif x: pass\n" * 190,
    "brackets": "x = " + "[" * 95 + "]" * 95,
    "calls": "f" + "()" * 190,
    "calls in calls": "x = " + "f(" * 95 + ")" * 95,
    "comparisons in brackets": "x = " + "(1 < " * 90 + "2" + ")" * 90,
    "functions in functions": "".join(f"{' ' * n}def f{n}():\n" for n in range(90)) + " " * 90 + "return 1\n",
    "lambdas": "x = " + "lambda: " * 90 + "1",
    "negations": "x = " + "not " * 95 + "y",
    "subscripts": "x" + "[0]" * 190,
    "ternaries": "x = " + "1 if x else " * 95 + "0",
}


@pytest.mark.parametrize("what", DEEP)
@pytest.mark.parametrize("tool", TOOLS)
def test_what_passes_the_gate_is_looked_at(tool: str, what: str) -> None:
    TOOLS[tool](DEEP[what] + "\n")


BROKEN = {"a NUL": "x = 1\0\n", "a lone surrogate": "x = '\ud800'\n", "no end": "x = (\n", "an indent": "  x = 1\n y = 2\n"}


@pytest.mark.parametrize("what", BROKEN)
@pytest.mark.parametrize("tool", set(TOOLS) - {"pycodestyle"})
def test_what_cannot_be_read_is_never_clean(tool: str, what: str) -> None:
    with pytest.raises(ToolFailed):
        TOOLS[tool](BROKEN[what])


@pytest.mark.parametrize("what", ["no end", "an indent"])
def test_what_has_no_tokens_has_no_layout(what: str) -> None:
    with pytest.raises(ToolFailed, match="pycodestyle could not read the text: E90"):
        pep8.check(BROKEN[what])


def test_a_failure_names_the_tool_and_what_it_raised() -> None:
    with pytest.raises(ToolFailed, match=r"bandit failed: SyntaxError: "):
        bandit_scan.scan("x = (\n")
    with pytest.raises(ToolFailed, match=r"pylint failed: SyntaxError: "):
        pylint_check.check("x = (\n")


@pytest.mark.parametrize("tool", TOOLS)
def test_a_failure_leaves_nothing_behind(tool: str) -> None:
    limit, filters = sys.getrecursionlimit(), list(warnings.filters)
    before = TOOLS[tool]("import os\nassert os\n")
    with pytest.raises(ToolFailed):
        TOOLS[tool]("x = (\n")
    assert sys.getrecursionlimit() == limit
    assert list(warnings.filters) == filters
    assert TOOLS[tool]("import os\nassert os\n") == before


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(
    "text", ["", "\n", "\f\n", "# only this\n", "x = '\\d'\n", "\tx\n".strip("\t"), "x = 1 is 1", "é = '\u2028\x0b\x1c'\n"]
)
def test_odd_texts_are_looked_at(tool: str, text: str) -> None:
    assert TOOLS[tool](text) == TOOLS[tool](text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("exec('x = 1')\n", {1: "x = 1"}),
        ('def f(run=exec):\n    run("""\n    for a in b:\n        c\n    """)\n', {2: "for a in b:\n    c"}),
        ("import builtins\ngetattr(builtins, 'exec')('x = 1')\n", {2: "x = 1"}),
        ("import timeit\ntimeit.timeit('while 1: pass')\n", {2: "while 1: pass"}),
        ("eval('1 + 1')\n", {}),
        ("eval('[a * b + c for a in d if e for f in g]')\n", {1: "[a * b + c for a in d if e for f in g]"}),
        ("exec(\"exec('x = 1')\\ny = 2\")\n", {1: "exec('x = 1')\ny = 2\nx = 1"}),
        ("HELP = 'x = 1'\n", {}),
        ('"""x = 1"""\nexec(a)\n', {}),
        ("exec('no program (')\n", {}),
        ("exec('x = (')\nx = (\n", {}),
    ],
)
def test_programs_in_texts_are_looked_at_where_something_could_run_them(text: str, parts: dict[int, str]) -> None:
    assert embedded(text) == parts


def test_only_python_files_are_looked_at_with_the_line_ends_of_python() -> None:
    files = {"solution.py": "a\r\nb\rc\n", "data.txt": "x", "helper.py": "\ufeffy"}
    assert analysed(Submission.of(files)) == python_texts(Submission.of(files))
    assert analysed(Submission.of("exec('x = 1')\n")) == {"solution.py": "exec('x = 1')\n", "solution.py, text in line 1": "x = 1"}
    assert python_texts(Submission.of(files)) == {"solution.py": "a\nb\nc\n", "helper.py": "y"}


# ------------------------------------------------------------------------------------------------ radon

PLAIN = '''
def f(a, b):
    """Say."""
    if a and b or not a:
        for x in a:
            print(x)
        else:
            print(b)
    while b:
        b -= 1
    try:
        return [x for x in a if x]
    except (ValueError, TypeError):
        return 1 if a else 2
    finally:
        print(a)


class C:
    def g(self, x):
        match x:
            case 1:
                return 2
            case [2, _]:
                return 3
            case _:
                return 4

    async def h(self, x):
        async for y in x:
            assert y


if f:
    print(f)
'''


def test_plain_functions_have_radons_complexity() -> None:
    theirs = {block.name: block.complexity for block in add_inner_blocks(cc_visit(PLAIN)) if block.letter != "C"}
    assert {name: number for name, number in decisions(PLAIN).items() if name in theirs} == theirs
    assert set(theirs) == {"f", "g", "h"}


HIDDEN = {
    "except*": ("def f():\n    try:\n        g()\n    except* ValueError:\n        pass\n", "f", 2),
    "a guard": ("def f(x):\n    match x:\n        case y if y > 1:\n            pass\n        case _:\n            pass\n", "f", 3),
    "an assert": ("def f(x):\n    assert x and x > 1 and x > 2\n", "f", 4),
    "a default": ("def f(x=[i for i in y if i]):\n    pass\n", "<module>", 3),
    "a decorator": ("@(a if b else c)\ndef f():\n    pass\n", "<module>", 2),
    "a base": ("class C(a or b):\n    pass\n", "<module>", 2),
    "a lambda": ("f = lambda x: 1 if x and y else 2\n", "<lambda>", 3),
    "a closure": ("def f():\n    def g(x):\n        if x:\n            return 1\n    return g\n", "g", 2),
    "a class in a function": ("def f():\n    class C:\n        def g(self, x):\n            if x:\n                return 1\n", "g", 2),
    "the body of a class": ("class C:\n    if x:\n        y = 1\n", "C", 2),
    "the module": ("if x:\n    y = 1\nelif z:\n    y = 2\n", "<module>", 3),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_nothing_is_hidden_in(where: str) -> None:
    text, name, expected = HIDDEN[where]
    assert decisions(text)[name] == expected


def test_the_total_does_not_depend_on_how_code_is_cut() -> None:
    whole = "def f(x):\n    if x:\n        for y in x:\n            print(y)\n"
    cut = "def f(x):\n    if x:\n        g(x)\n\n\ndef g(x):\n    for y in x:\n        print(y)\n\n\ndef idle():\n    pass\n"
    assert cyclomatic.total(cyclomatic.blocks(parse(whole))) == cyclomatic.total(cyclomatic.blocks(parse(cut))) == 3


def test_without_comments_the_index_is_radons() -> None:
    text = "def f(a, b):\n    if a > b and a < 2 * b:\n        return a + b\n    for x in a:\n        b += x\n    return b - 1\n"
    assert maintainability.index([parse(text)]) == pytest.approx(mi_visit(text, multi=False))
    assert maintainability.index([parse("# why\n" + text.replace("    if", '    """Say."""\n    if'))]) == maintainability.index(
        [parse(text)]
    )


# ------------------------------------------------------------------------------------------------ shape

NESTING = {
    "x = 1\n": 0,
    "def f():\n    return 1\n": 0,
    "if x:\n    pass\nelif y:\n    pass\nelse:\n    pass\n": 1,
    "if x:\n    pass\nelse:\n    if y:\n        pass\n": 1,
    "if x:\n    if y:\n        pass\n": 2,
    "if any(a for a in x):\n    pass\n": 1,
    "for a in x:\n    print([b for b in a])\n": 2,
    "x = [a for b in c for a in b]\n": 2,
    "x = 1 if a else 2 if b else 3\n": 1,
    "x = (1 if c else 2) if a else 3\n": 2,
    "try:\n    pass\nexcept ValueError:\n    if x:\n        pass\n": 2,
    "def f():\n    def g():\n        while x:\n            pass\n": 2,
    "with a:\n    with b:\n        pass\n": 0,
    "match x:\n    case 1:\n        if y:\n            pass\n": 2,
    "f = lambda: [a for a in b]\n": 2,
}


@pytest.mark.parametrize("text", NESTING)
def test_nesting(text: str) -> None:
    assert of(text).nesting == NESTING[text]


def test_the_first_of_the_deepest_is_named() -> None:
    assert of("if a:\n    if b:\n        x = 1\nif c:\n    if d:\n        x = 1\n").nesting_line == 2


VOLUME = "import m\n\n\ndef f(a, b=1):\n    c = [x + 1 for x in a if x > b]\n    return c[0] and a.m\n"


def test_volume_counts_operators_and_operands() -> None:
    # Assign, x, 1, Add twice over with y: 7 symbols, of them x = y + 1 makes 5 distinct
    assert of("x = y + 1\n").volume == pytest.approx(5 * 2.321928094887362)
    assert of("x = x\n").volume == pytest.approx(3 * 1.0)
    assert of("").volume == 0.0
    assert of("print(f(1))\n").volume > of("print(1)\n").volume


SAME = {
    "comments": VOLUME.replace("\n    return", "  # so\n    # and so\n    return"),
    "a docstring": VOLUME.replace("\n    c =", '\n    """Say what."""\n    c ='),
    "annotations": VOLUME.replace("(a, b=1)", "(a: list[int], b: int = 1) -> int"),
    "layout": VOLUME.replace("\n    c = [", "\n\n    c = [\n        "),
    "names": "import m\n\n\ndef f(m1, m2=1):\n    m = [z + 1 for z in m1 if z > m2]\n    return m[0] and m1.m\n",
}


@pytest.mark.parametrize("what", SAME)
def test_shape_does_not_depend_on(what: str) -> None:
    ours, theirs = of(SAME[what]), of(VOLUME)
    assert (ours.nesting, ours.volume) == (theirs.nesting, theirs.volume)


# ------------------------------------------------------------------------------------------------ bandit

DANGEROUS = {
    "import os\nos.system(x)\n": "B605",
    "import subprocess\nsubprocess.run(x, shell=True)\n": "B602",
    "import pickle\npickle.loads(x)\n": "B301",
    "import yaml\nyaml.load(x)\n": "B506",
    "exec(x)\n": "B102",
    "eval(x)\n": "B307",
    "import hashlib\nhashlib.md5(x)\n": "B324",
    "x = '\u202e'\n": "B613",
}


@pytest.mark.parametrize("text", DANGEROUS)
def test_bandit_finds(text: str) -> None:
    assert DANGEROUS[text] in rules(text)


@pytest.mark.parametrize("comment", ["# nosec", "# nosec B602", "# noqa", "#nosec B602, B404"])
def test_no_comment_silences_bandit(comment: str) -> None:
    text = "import subprocess{0}\nsubprocess.run(x, shell=True){0}\n"
    assert rules(text.format("  " + comment)) == rules(text.format("")) != []


@pytest.mark.parametrize("encoding", ["utf-7", "latin-1", "rot13", "punycode", "no-such-thing", "utf-16"])
def test_no_declared_encoding_hides_anything(encoding: str) -> None:
    text = f"# -*- coding: {encoding} -*-\nexec(x)\ny = '\u202e'\n"
    assert rules(text) == ["B102", "B613"]
    assert [issue.line for issue in bandit_scan.scan(text)] == [2, 3]


def test_asserts_are_not_dangerous() -> None:
    assert rules("assert x\n") == []


def test_a_mild_use_of_a_rule_does_not_excuse_a_grave_one() -> None:
    mild, grave = (
        bandit_scan.scan("import subprocess\nsubprocess.run('/bin/ls', shell=True)\n"),
        bandit_scan.scan("import subprocess\nsubprocess.run(x, shell=True)\n"),
    )
    assert bandit_scan.excess(grave, grave) == []
    assert bandit_scan.excess(mild, grave) == []
    ((issue, weight),) = bandit_scan.excess(grave, mild)
    assert (issue.rule, weight) == ("B602", 9.0)


# ------------------------------------------------------------------------------------------------ pylint

FAULTS = {
    "assert-on-tuple": "assert (x, 'is it')\n",
    "bare-except": "try:\n    f()\nexcept:\n    g()\n",
    "broad-exception-caught": "try:\n    f()\nexcept Exception:\n    g()\n",
    "cell-var-from-loop": "def f(x):\n    g = []\n    for i in x:\n        g.append(lambda: i)\n    return g\n",
    "comparison-with-itself": "def f(x):\n    return x == x\n",
    "consider-using-enumerate": "def f(x):\n    for i in range(len(x)):\n        print(x[i])\n",
    "dangerous-default-value": "def f(x=[]):\n    return x\n",
    "duplicate-key": "x = {1: 2, 1: 3}\n",
    "expression-not-assigned": "1 + f()\n",
    "global-statement": "x = 1\n\n\ndef f():\n    global x\n    x = 2\n",
    "inconsistent-return-statements": "def f(x):\n    if x:\n        return 1\n",
    "lost-exception": "def f():\n    try:\n        g()\n    finally:\n        return 1\n",
    "pointless-statement": "x = 1\nx == 2\n",
    "redefined-builtin": "def f(list):\n    return list\n",
    "reimported": "import os\nimport os\nprint(os)\n",
    "self-assigning-variable": "x = 1\nx = x\n",
    "simplifiable-if-statement": "def f(x):\n    if x:\n        y = True\n    else:\n        y = False\n    return y\n",
    "singleton-comparison": "def f(x):\n    return x == None\n",
    "unidiomatic-typecheck": "def f(x):\n    return type(x) == int\n",
    "unnecessary-lambda": "x = map(lambda y: f(y), z)\n",
    "unreachable": "def f():\n    return 1\n    g()\n",
    "unused-import": "import os\n",
    "unused-variable": "def f():\n    x = 1\n",
    "useless-else-on-loop": "def f(x):\n    for y in x:\n        print(y)\n    else:\n        print(x)\n",
    "wildcard-import": "from math import *\nprint(pi)\n",
}


def test_each_check_has_a_program() -> None:
    assert set(FAULTS) == set(pylint_check.CHECKS)


@pytest.mark.parametrize("check", FAULTS)
def test_pylint_finds(check: str) -> None:
    assert check in checks(FAULTS[check])


SILENCERS = ["# pylint: disable=all", "# pylint: skip-file", "# pylint: disable=unused-import", "# noqa", "# type: ignore", "# type: os"]


@pytest.mark.parametrize("comment", SILENCERS)
def test_no_comment_silences_pylint(comment: str) -> None:
    assert checks(f"{comment}\nimport os  {comment}\n\nx = 1  {comment}\n") == ["unused-import"]


def test_verdicts_are_of_the_text_at_hand() -> None:
    bad, good = "import os\n", "import os\n\nprint(os)\n"
    assert [checks(text) for text in (bad, good, bad, good, good, bad)] == [
        ["unused-import"],
        [],
        ["unused-import"],
        [],
        [],
        ["unused-import"],
    ]


POISON = """
import builtins
list.append = 1
Exception.__init__ = None
int.__eq__ = lambda a, b: False
error = ValueError()
error.args = 1
error.__class__ = int
type.__call__ = 5
print.x = 2
object.y = 3
builtins.list = dict
builtins.Exception = int
Exception = int
"""


def test_no_text_changes_what_is_said_of_the_next() -> None:
    before = {check: pylint_check.check(text) for check, text in FAULTS.items()}
    for check, text in reversed(FAULTS.items()):
        pylint_check.check(POISON)
        pylint_check.check(POISON + text)
        assert pylint_check.check(text) == before[check]


def test_imports_are_not_followed() -> None:
    names = ("tkinter", "asyncio", "multiprocessing", "unittest.mock", "http.server", "solution", "submission", "pylint.lint")
    text = "".join(f"import {name}\nfrom {name} import *\n" for name in names)
    import astroid

    known = set(astroid.MANAGER.astroid_cache)
    pylint_check.check(text + "class C(tkinter.Tk):\n    pass\n\n\nx = asyncio.run(mock.Mock())\nprint(x.y, C().z)\n")
    assert set(astroid.MANAGER.astroid_cache) == known


# ------------------------------------------------------------------------------------------------ pycodestyle


def test_layout_is_checked_line_by_line() -> None:
    found = pep8.check("import os,sys\nx=1\nif x :\n  y = 2 \n")
    assert [(each.rule, each.line) for each in found] == [
        ("E231", 1),
        ("E401", 1),
        ("E225", 2),
        ("E111", 4),
        ("W291", 4),
    ]


def test_lines_may_be_as_long_as_asked() -> None:
    text = "x = '" + "y" * 90 + "'\n"
    assert pep8.check(text) == ()
    assert [each.rule for each in pep8.check(text, 79)] == ["E501"]


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: E501", "# nopep8", "# NOQA"])
def test_no_comment_silences_pycodestyle(comment: str) -> None:
    text = f"x = {' + '.join('1' * 60)}  {comment}\ny=None == x  {comment}\n"
    assert [each.rule for each in pep8.check(text)] == ["E501", "E225", "E711"]


def test_no_file_is_read(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    with open(f"{tmp_path}/setup.cfg", "w", encoding="utf-8") as file:
        file.write("[pycodestyle]\nignore = E,W\n")
    monkeypatch.chdir(str(tmp_path))
    assert [each.rule for each in pep8.check("x=1\n")] == ["E225"]


# ------------------------------------------------------------------------------------------------ suppressions


def test_suppressing_comments_are_counted() -> None:
    text = "import os  # noqa\nx = 1  # nosec\n# pylint: disable=all\ny = 2  # type: ignore[misc]\nz = '# noqa'  # plain\n"
    assert suppressions.count(text) == 4
    assert suppressions.count("x = '# noqa'\n") == 0
    assert suppressions.count("x = 1  # this is no quality assurance\n") == 0


def test_trees_of_all_tools_are_fresh() -> None:
    tree = ast.parse(PLAIN)
    dumped = ast.dump(tree)
    cyclomatic.blocks(tree)
    shape([tree])
    maintainability.index([tree])
    assert ast.dump(tree) == dumped
