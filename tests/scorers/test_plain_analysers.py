"""What is left out of the analysers' work changes nothing: on real and on hostile programs they say what the plain ones say.

The plain ones are pylint's own walker and checkers, bandit's own visitor and pycodestyle's own checker, given what ours get.
"""

from __future__ import annotations

import ast
import functools
import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import astroid
import pycodestyle
import pytest
from astroid.rebuilder import TreeRebuilder
from pylint.lint import PyLinter
from pylint.reporters import CollectingReporter
from pylint.utils import ASTWalker, FileState

from codearena.scorers.tools import (
    Guarded,
    ToolFailed,
    bandit_scan,
    cyclomatic,
    is_python,
    maintainability,
    parse,
    pep8,
    plain,
    pylint_check,
    pylint_shortcuts,
    pylint_tree,
)
from codearena.tasks.bundled import SUITE

EXPLOITS = Path(__file__).parents[1] / "exploits"
LIBRARY = Path(ast.__file__).parent
ENDLESS = "analyser_exploding_inheritance"
"""What pylint never comes to an end with, in either way."""

# ------------------------------------------------------------------------------------------------ the plain ones


@functools.cache
def plain_linter() -> tuple[PyLinter, list[Any], ASTWalker]:
    linter = PyLinter(reporter=CollectingReporter())
    linter.load_default_plugins()
    linter.disable("all")
    for check in pylint_check.CHECKS:
        linter.enable(check)
    linter.initialize()
    checkers, walker = linter.prepare_checkers(), ASTWalker(linter)
    for checker in checkers:
        checker.open()
        walker.add_checker(checker)
    return linter, checkers, walker


def plain_pylint(text: str) -> object:
    (linter, checkers, walker), rebuilder = plain_linter(), TreeRebuilder(astroid.MANAGER, None)
    with Guarded("pylint"):
        for checker in checkers:
            checker.open()
        linter.reporter.messages.clear()
        linter.set_current_module(pylint_tree.NAME)
        module = rebuilder.visit_module(ast.parse(text), pylint_tree.NAME, "<?>", False)
        module.import_module = pylint_tree._refuse
        for node, names in rebuilder._import_from_nodes:
            if node.modname == "__future__":
                module.future_imports.update(name for name, _ in node.names)
            astroid.builder.AstroidBuilder(astroid.MANAGER, apply_transforms=False).add_from_names_to_locals(node, names)
        linter.file_state = FileState(pylint_tree.NAME, linter.msgs_store, module)
        walker.walk(module)
        pylint_check._forget()
    return sorted((m.line, m.symbol, m.msg) for m in linter.reporter.messages)


def our_pylint(text: str) -> object:
    return [(m.line, m.check, m.text) for m in pylint_check.check(text)]


def plain_bandit(text: str) -> object:
    with Guarded("bandit"):
        manager = bandit_scan._manager()
        data = io.BytesIO(bandit_scan._hiding_its_encoding(text))
        visitor = bandit_scan.BanditNodeVisitor("./solution.py", data, manager.b_ma, manager.b_ts, False, {}, manager.metrics)
        visitor.tester.debug = True
        visitor.process(text)
    return sorted((i.lineno, i.test_id, i.text, i.severity, i.confidence) for i in visitor.tester.results)


def our_bandit(text: str) -> object:
    return [(i.line, i.rule, i.text, i.severity, i.confidence) for i in bandit_scan.scan(text)]


class PlainChecker(pycodestyle.Checker):  # type: ignore[misc]
    noqa = property(lambda _: False, lambda _, __: None)


def plain_checks(kind: str) -> list[tuple[str, Any, list[str]]]:
    checks = pycodestyle._checks[kind].items()
    return sorted(((c.__name__, c, args) for c, (codes, args) in checks if not all(map(pep8._is_left_out, codes))), key=lambda c: c[0])


def plain_pep8(text: str) -> object:
    options = SimpleNamespace(**{**vars(pep8._options(79)), "physical_checks": plain_checks("physical_line")})
    options.logical_checks = plain_checks("logical_line")
    report = pep8._Report()
    with Guarded("pycodestyle"):
        PlainChecker(lines=io.StringIO(text).readlines(), options=options, report=report).check_all()
    return sorted((b.line, b.rule, b.text) for b in report.found)


def our_pep8(text: str) -> object:
    return [(b.line, b.rule, b.text) for b in pep8.check(text, 79)]


def plain_counts(text: str) -> object:
    with Guarded("the parser"):
        tree = ast.parse(text)
    statements = sum(isinstance(node, ast.stmt) and not maintainability.is_text(node) for node in ast.walk(tree))
    found: list[cyclomatic.Block] = []
    PlainCounter(found).block(tree.body, name="<module>", kind="module", line=1)
    return statements, tuple(found)


class PlainCounter(cyclomatic._Counter):
    visit = ast.NodeVisitor.visit


def our_counts(text: str) -> object:
    return maintainability.statements([parse(text)]), cyclomatic.blocks(parse(text))


PAIRS: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
    "bandit": (our_bandit, plain_bandit),
    "counts": (our_counts, plain_counts),
    "pycodestyle": (our_pep8, plain_pep8),
    "pylint": (our_pylint, plain_pylint),
}


def said(tool: Callable[[str], object], text: str) -> object:
    try:
        return tool(text)
    except ToolFailed as error:
        return str(error)


def assert_agreement(text: str, *, of: str) -> None:
    ours, theirs = PAIRS[of]
    assert said(ours, text) == said(theirs, text), text[:2000]


# ------------------------------------------------------------------------------------------------ programs


def read(path: Path) -> str:
    return plain(path.read_text(encoding="utf-8", errors="surrogateescape"))


def programs(folder: Path) -> list[str]:
    """Return the programs below ``folder``, each text once."""
    return sorted({read(path) for path in folder.rglob("*.py") if path.stem != ENDLESS})


def library() -> list[str]:
    """Return some sixty modules of the standard library, the same on every run."""
    paths = sorted(path for path in LIBRARY.glob("*.py") if path.stat().st_size < 15_000)
    paths += sorted(path for path in LIBRARY.glob("[ce]*/*.py") if 500 < path.stat().st_size < 15_000)
    return [read(path) for path in random.Random(1).sample(paths, min(60, len(paths)))]


CORPORA: dict[str, Callable[[], list[str]]] = {
    "the tasks": lambda: programs(SUITE),
    "the attacks": lambda: programs(EXPLOITS),
    "the library": library,
}


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("tool", PAIRS)
def test_nothing_changes_for(corpus: str, tool: str) -> None:
    texts = CORPORA[corpus]()
    assert len(texts) > 50
    for text in texts:
        assert_agreement(text, of=tool)


MEANING = r"""
### a call that ends it all
def f(x):
    exit()
    x.exit()
    print(x)
### a call said to end it all
from typing import NoReturn
def f() -> NoReturn:
    raise ValueError
f()
print(f)
### an end under another name
e = quit
class C:
    stop = exit
C().stop()
e()
print(e)
### an end in a class made by hand
C = type('C', (), {'st' 'op': exit})
C().stop()
print(C)
### an end in other letters
class C:
    ｓtop = exit
C().stop()
print(C)
### an end with a decorator
@f
def g() -> int:
    return 1
g()
print(g)
### an end that may be one
def f(exit=exit):
    exit()
    if exit is None:
        exit()
        return 1
### bindings that may not happen
def f(a):
    try:
        x = a()
        y = 1
    except ValueError as z:
        x = 2
        print(z, y)
    else:
        w = 3
    finally:
        print(x, y)
    if a:
        v = 1
        import os
    print(v, w, x, os)
    print(z)
### closures in loops
def f(a):
    b = [lambda: i for i in a]
    for i in a:
        j = i
        b.append(lambda: j + i)
        def g(k=i):
            return k, i
        b.append(g)
        while j:
            return lambda: i
    return b, [lambda x=i: x + i for i in a]
### names of classes
class C:
    x = 1
    y = [x for _ in (1,)]
    def f(self, z=x) -> 'C':
        x = z
    class D(C):
        x = x
    def g(self, z: C = C()):
        return lambda C=C: C
### names of outer scopes
def f(a):
    x = y = 1
    def g():
        nonlocal x
        x = a
        global z
        z = 1
    return g
### names that go
def f(a):
    x = a
    del x
    x = 1
    for y in y:
        y += 1
    a = a = lambda a=a: a
### names bound to themselves
import os
import re
os = os.path
def f():
    re = re.compile('x')
    return os
def g(list=list):
    max = max(list)
    return max
### one name in many places
def f(x):
    x = [x for x in x if (x := x)]
    x: int = x
    with x as x:
        x += x
    return {x: x for x in x}
### quoted annotations
import os
import re
from typing import Literal
def f(x: 'os.path', y: Literal['re'], z: '?', w: ' ') -> 'list[re.X]':
    return x
### returns of every kind
def f(a):
    if a:
        return 1
    elif f:
        raise ValueError
    else:
        exit()
def g(a):
    while True:
        return a
def h(a):
    with a:
        match a:
            case 1:
                return 2
### type checking
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import os
    import re
def f(x: os.PathLike):
    import sys
    if x:
        import json
    return re, json
### type checking in functions
from typing import TYPE_CHECKING
def f():
    if TYPE_CHECKING:
        import json
        class J:
            pass
    return json, J
### bindings that may not happen before a closure
def f(a):
    b = []
    for i in a:
        if i:
            j = i
        b.append(lambda: j)
    return b
### bindings of names from outside
import w
import x
import y
import z
def f(a):
    if a:
        x = 1
    x += 1
    if a:
        y = 2
    y = y + 1
    if a:
        z = 3
    del z
    for w in w:
        w = w(w)
    return x, y
### names that go too early
import x
def f():
    print(x)
    del x
    x = 1
### names that come too late
import T
import y
import z
class C:
    def f(self) -> T:
        return self
    def g(self, x=y) -> z:
        return self
    T = y = 1
    if T:
        z = 1
### metaclasses
import abc
import six
def f(M):
    class C(metaclass=abc.ABCMeta):
        pass
    class D(six.with_metaclass(M)):
        pass
    class E(metaclass=M):
        pass
    return C, D, E
### unused in every way
def f(a, *b, c=1, **d):
    e, (g, *h) = a
    import os, sys as s
    from re import X as i, Y
    for j in a:
        pass
    locals()
    k = 1
"""
LAYOUT = {
    "layout of every kind": (
        "import os;import sys\nx=1\nl = [1,2 , 3 ]\ndef f(a, b = 1)->int :\n    if a == None: return  b\n        \n\n\n\n"
        "    if not a in b :\n        pass\nclass I: pass\n#comment\nx = 1 # so\ny = 'a' \\\n  'b\\d'\n"
        "if type(a) == type(b) :\n  try: pass\n  except: pass\n"
    ),
    "lines in strings": (
        'x = """\n\t  \n' + "y" * 90 + '  \n"""  # noqa\ny = "a\\\n\tb  \\\n"\n' + 'z = f"""\n' + "{x}" * 30 + '  \n\t"""\n'
    ),
    "joined lines": "x = (1 + \\\n     2)\nif x:\n\tx = "
    + "1" * 90
    + " + \\\n\t\t2\nif x and \\\n    x:\n    pass\nassert x, \\\n  x\nimport os\n\fy = [\n  1,\n    2,\n]\n",
    "letters that turn the line": "x = 1\ny = '\u202e'  # \u2066\n",
    "tabs": "def f(x):\n\tif x:\n\t\treturn\tx\n\treturn (x,\n\t        x)\n",
}
TRICKY = LAYOUT | dict(part.split("\n", 1) for part in MEANING.split("### ")[1:])


@pytest.mark.parametrize("what", TRICKY)
@pytest.mark.parametrize("tool", PAIRS)
def test_nothing_changes_for_what_is_tricky(tool: str, what: str) -> None:
    assert_agreement(TRICKY[what], of=tool)


SPOILT = (
    (" = ", "="),
    (", ", " ,"),
    ("    ", "\t"),
    ("\n\n", "\n"),
    (":\n", ": \n"),
    ("(", "( "),
    (" + ", " \\\n+ "),
    ("i", "l"),
    ("def ", "def  "),
)


def test_nothing_changes_for_spoilt_layout() -> None:
    texts = random.Random(2).sample(programs(SUITE), 60)
    for text, (good, bad) in zip(texts, SPOILT * 8, strict=False):
        assert_agreement(text.replace(good, bad), of="pycodestyle")


def test_nothing_changes_for_confused_names() -> None:
    drawn = random.Random(3)
    for text in drawn.sample(list(filter(is_python, programs(SUITE))), 60):
        names = sorted({node.id for node in ast.walk(parse(text)) if isinstance(node, ast.Name)})
        one, other = drawn.choice(names), drawn.choice([*names, "exit", "os"])
        assert_agreement(re.sub(rf"\b{one}\b", other, text), of="pylint")


def test_each_shortcut_is_one_through_pylint() -> None:
    for checker, shorter in pylint_shortcuts._SHORTER.items():
        ours = {name for name in vars(shorter) if not name.startswith("__")} - {"text", "_certainly_returns", "_is_foreign"}
        assert ours <= set(dir(checker)), checker


def test_each_reason_to_ask_is_for_a_check() -> None:
    checks = {name for kind in ("logical_line", "physical_line") for name, *_ in plain_checks(kind)}
    assert set(pep8._ABOUT) <= checks
