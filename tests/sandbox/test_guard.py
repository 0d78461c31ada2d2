"""What the interpreter denies a program that is measured, and what an ordinary program may go on doing."""

from __future__ import annotations

import subprocess
import sys

import pytest

MEASURE = """
import sys
from codearena.sandbox.codec import Parcels
from codearena.sandbox.inside.measured import Measured
from codearena.sandbox.inside.meter import Meter

measured = Measured(Meter(), [("solution.py", sys.stdin.read())], {}, lambda files, compiled: lambda: None)
work, packed, _ = measured.measure("f", Parcels().pack(([3, 1, 2],)), 10**9, look=True)
print(repr(measured._parcels.unpack(packed)))
"""

ORDINARY = {
    "data classes": """
from dataclasses import asdict, dataclass, field, make_dataclass, replace
@dataclass(order=True, frozen=True, slots=True)
class P:
    x: int
    y: list = field(default_factory=list)
def f(v): return [asdict(replace(P(1), x=2)), make_dataclass("Q", ["z"])(3).z]
""",
    "named tuples": """
from collections import namedtuple
from typing import Generic, NamedTuple, TypeVar
T = TypeVar("T")
class B(Generic[T]): pass
class N(NamedTuple):
    a: int
def f(v): return [N(1)._replace(a=2).a, *namedtuple("M", "x y")(1, 2)._asdict().values()]
""",
    "enumerations": """
from enum import Enum, IntFlag, auto
C = Enum("C", "x y")
class F(IntFlag):
    P = 1
    Q = 2
def f(v): return [C.x.name, int(F.P | F.Q)]
""",
    "logging": """
import logging
def f(v):
    logging.warning("a %s", 1)
    try:
        1 / 0
    except ZeroDivisionError:
        logging.exception("c")
    return v
""",
    "tracebacks": """
import traceback
def f(v):
    try:
        1 / 0
    except ZeroDivisionError as e:
        return [traceback.format_exc()[:9], traceback.extract_tb(e.__traceback__)[0].lineno]
""",
    "asyncio": """
import asyncio
async def g(x):
    await asyncio.sleep(0)
    return x
async def h(v): return list(await asyncio.gather(*map(g, v)))
def f(v): return asyncio.run(h(v))
""",
    "dispatch": """
import functools, inspect
@functools.singledispatch
def s(x): return 1
@s.register
def _(x: int): return 2
def f(v): return [s(1), s("a"), *inspect.signature(f).parameters, inspect.isgeneratorfunction(f)]
""",
    "code made while running": """
import ast
def f(v):
    names = {}
    exec(compile("def g(x): return x", "y", "exec"), names)
    values = [eval(compile("a + 1", "x", "eval"), {"a": 1}), names["g"](2), eval("3")]
    return [*values, eval(compile(ast.parse("4", mode="eval"), "z", "eval"))]
""",
    "text that a context runs": 'import contextvars\ndef f(v): return contextvars.copy_context().run(exec, "1") or v',
    "attributes by name": """
import copy, operator, pickle
class A:
    def __init__(self): self.x = [1]
    def __getattribute__(self, name): return super().__getattribute__(name)
def f(v):
    values = [copy.deepcopy(A()).x, pickle.loads(pickle.dumps(v)), operator.attrgetter("real")(1), next(iter(lambda: 1, 2))]
    return [*values, operator.methodcaller("split", "_")("a_b"), object.__getattribute__(3, "real"), (3).__getattribute__("imag")]
""",
    "threads": """
from concurrent.futures import ThreadPoolExecutor
def f(v):
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(str, v))
""",
}

DENIED = {
    "own code": 'def f(v): return [object.__getattribute__(f, "__co" + "de__").co_name]',
    "a descriptor": 'def f(v): return vars(type(f))["__co" + "de__"].__get__(f) and v',
    "frames": 'import sys\ndef f(v): return vars(sys)["_get" + "frame"]() and v',
    "frames of a traceback": "import traceback\ndef f(v): return [list(traceback.walk_stack(None))] and v",
    "classes": 'def f(v): return type.__dict__["__sub" + "classes__"](object) and v',
    "text that runs": 'import timeit\ndef f(v): return timeit.timeit("1", number=1) and v',
    "objects in memory": 'import sys\ndef f(v): return vars(sys.modules["g" + "c"])["get_" + "objects"]() and v',
    "a name in a text": 'import operator\ndef f(v): return operator.attrgetter("__code__.co_name")(f)',
    "a name in a pattern": "def f(v):\n    match f:\n        case object(__code__=code): return v",
    "a pardon": 'def f(v):\n    try:\n        type.__dict__["__sub" + "classes__"](object)\n    except Exception:\n        return v',
    "a result that is made later": "def f(v): return (x for x in v)",
}


def measured(text: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", MEASURE], input=text, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_program_does_what_it_does(what: str) -> None:
    names: dict[str, object] = {}
    exec(ORDINARY[what], names)
    done = measured(ORDINARY[what])
    assert done.stdout == f"{names['f']([3, 1, 2])!r}\n", done.stderr  # type: ignore[operator]


@pytest.mark.parametrize("what", DENIED)
def test_a_program_that_reaches_further_is_not_measured(what: str) -> None:
    done = measured(DENIED[what])
    assert (done.stdout, done.returncode) == ("", 1)
    assert "cannot be measured" in done.stderr or "Malformed" in done.stderr
