"""Ways around the meter: work that C code does out of sight is counted, and the count is out of reach."""

# ruff: noqa: E501 (programs in tables)

from __future__ import annotations

import inspect
import io
import os
import pickle
import subprocess
import sys
import textwrap
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import codearena
from codearena.core.submission import Submission
from codearena.sandbox.inside import scoring
from codearena.sandbox.inside.meter import Meter, MeterError
from codearena.sandbox.inside.meter.holding import closed


@pytest.fixture(autouse=True)
def no_module_stays() -> Iterator[None]:
    yield
    sys.modules.pop("solution", None)


def load(text: str) -> tuple[dict[str, Any], Meter]:
    meter = Meter()
    module = sys.modules["solution"] = types.ModuleType("solution")
    exec(meter.compile(textwrap.dedent(text), "solution.py"), vars(module))
    return vars(module), meter


def work(text: str, *args: Any) -> int:
    """Return the work of one call of ``f``, without that of loading the program."""
    space, meter = load(text)
    meter.start()
    space["f"](*args)
    return meter.work


def program(body: str) -> str:
    """Return a program that does ``body`` for each ``x`` of a list ``a``; what stands before a line of dashes comes first."""
    before, _, each = body.rpartition("\n---\n")
    return f"def f(a):\n{textwrap.indent(before, '    ')}\n    for x in a:\n{textwrap.indent(each, '        ')}\n"


# ---------------------------------------------------------------------------------------------------- searches out of sight

OWN = "class L:\n    def __init__(self, items): self.items = items\n    def __iter__(self): return iter(self.items)\nl = L(a)\n---\n"
SEQUENCE = (
    "from collections.abc import Sequence\nclass L(Sequence):\n    def __init__(self, items): self.items = items\n"
    "    def __getitem__(self, i): return self.items[i]\n    def __len__(self): return len(self.items)\n"
    "    def __iter__(self): return iter(self.items)\nl = L(a)\n---\n"
)
EQUAL = (
    "class M(type):\n    def __eq__(c, o): return True\n    def __hash__(c): return 1\nclass L(list, metaclass=M): pass\nl = L(a)\n---\n"
)
SEARCHES: dict[str, str] = {
    # C that is called by C.
    "__call__": "a.count.__call__(-x)",
    "a method bound by hand": "from types import MethodType\nfrom operator import countOf\ng = MethodType(countOf, a)\n---\ng(-x)",
    "a function bound by hand": "from types import MethodType\ng = MethodType(list.count, a)\n---\ng(-x)",
    "staticmethod": "g = staticmethod(a.count)\n---\ng(-x)",
    "a class of partial functions": "from functools import partial\nclass P(partial): pass\ng = P(a.count)\n---\ng(-x)",
    "a partial type": "from functools import partial\ng = partial(set, a)\n---\ng()",
    "operator.call": "from operator import call\n---\ncall(a.count, -x)",
    "a context": "from contextvars import copy_context\nc = copy_context()\n---\nc.run(a.count, -x)",
    "breakpoint": "import sys\nsys.breakpointhook = a.count\n---\nbreakpoint(-x)",
    "cmp_to_key": "from functools import cmp_to_key\nfrom operator import countOf\nk = cmp_to_key(countOf)\n---\nk(a) > k(-x)",
    "an alias": "from types import GenericAlias\ng = GenericAlias(a.count, ())\n---\ng(-x)",
    "singledispatch": "from functools import singledispatch\ng = singledispatch(a.count)\n---\ng(-x)",
    "a cache": "from functools import lru_cache\ng = lru_cache(maxsize=0)(a.count)\n---\ng(-x)",
    "a thread": "from threading import Thread\n---\nt = Thread(target=a.count, args=(-x,))\nt.start()\nt.join()",
    "what print writes to": (
        "from types import SimpleNamespace as N\nb = list(map(str, a))\nn = N(write=b.count)\n---\nprint('-1', file=n, end='')"
    ),
    "a pattern that reads a method": "match a:\n    case list(count=g): pass\n---\ng(-x)",
    "attrgetter": "from operator import attrgetter\ng = attrgetter('count')(a)\n---\nlist(map(g, [-x]))",
    "a mapped type": OWN + "list(map(set, [l]))",
    "a property of a type": OWN.replace("\nl =", "\n    p = property(frozenset)\nl =") + "l.p",
    # Special methods.
    "a special method": "class L: __getitem__ = a.count\nl = L()\n---\nl[-x]",
    "a special method in a staticmethod": "class L: __contains__ = staticmethod(a.count)\nl = L()\n---\nx in l",
    "a special method that is set": "class L: pass\nL.__getitem__ = a.count\nl = L()\n---\nl[-x]",
    "a special method that is set by name": "class L: pass\nsetattr(L, '__get' + 'item__', a.count)\nl = L()\n---\nl[-x]",
    "a special method of a made type": "l = type('L', (), {'__getitem__': a.count})()\n---\nl[-x]",
    "steps in C": "class L: __getitem__ = a.__getitem__\nl = L()\n---\n-1 in l",
    "a special method that is taken away": (
        "class L(list):\n    def __contains__(self, x): return False\nl = L(a)\n1 in l\ndel L.__contains__\n---\n-x - 1 in l"
    ),
    "a class that answers any name": "class L:\n    def __getattr__(self, name): return list.count\nl = L()\n---\nl.discard(a, -x)",
    # Operators.
    "an array": "from array import array\nb = array('q', a)\n---\n-x - 1 in b",
    "a UserList": "from collections import UserList\nb = UserList(a)\n---\n-x - 1 in b",
    "counting in a UserList": "from collections import UserList\nb = UserList(a)\n---\nb.count(-x)",
    "values of an OrderedDict": "from collections import OrderedDict\nb = OrderedDict.fromkeys(a, 0)\n---\n1 in b.values()",
    "a memoryview": "from array import array\nb = memoryview(array('q', a))\n---\n-x - 1 in b",
    "a proxy": "import weakref\nclass L(list): pass\nl = L(a)\np = weakref.proxy(l)\n---\n-x - 1 in p",
    "a chain": "None is not -x - 1 in a",
    "a chain with an iterator": "None is not -x - 1 in iter(a)",
    "a type that equals": EQUAL + "-x - 1 in l",
    "a class that iterates another": OWN + "-1 in l",
    "any of a class that iterates another": OWN + "all(l)",
    "unpacking a class that iterates another": OWN + "[*b] = l",
    "a sequence of the library": SEQUENCE + "-1 in l",
    "counting in a sequence of the library": SEQUENCE + "l.count(-1)",
    "a sign before a Counter": "from collections import Counter\nb = Counter(a)\n---\n+b",
    "filling by hand": "set().__init__(a)",
    "headers": "from email.message import Message\nm = Message()\nfor x in a: m[str(x)] = ''\n---\nm.get('-')",
    "a matcher of sequences": "from difflib import SequenceMatcher\n---\nSequenceMatcher(None, (), a)",
    # Comparisons.
    "two lists": "b = list(a)\n---\nmax(a, b)",
    "two lists in a list": "b = list(a)\n---\nmax([a, b])",
    "two lists behind a key": "b = [list(a), list(a)]\n---\nmax(0, 1, key=b.__getitem__)",
    "two lists to sort": "b = list(a)\n---\nsorted([a, b])",
    "a list in a list": "b = list(a)\n---\na in [b]",
    "lists deep in lists": "b = list(a)\n---\n[[[[[[[a]]]]]]] == [[[[[[[b]]]]]]]",
    "lists in dicts": "b = list(a)\n---\n{0: a} == {0: b}",
    "a chain that begins with a constant": "b = list(a)\n---\nNone != a == b",
    "a value in a pattern": "class B: v = list(a)\n---\nmatch a:\n    case B.v: pass",
    "a value deep in a pattern": "class B: v = list(a)\n---\nmatch [a]:\n    case [B.v]: pass",
    "data classes": ("from dataclasses import dataclass\n@dataclass\nclass B:\n    v: list\nb, c = B(a), B(list(a))\n---\nb == c"),
    "heaps of lists": "import heapq\nb = list(a)\n---\nheapq.heappushpop([b], a)",
    # The library.
    "copies by dataclasses": "from dataclasses import dataclass, astuple\n@dataclass\nclass B:\n    v: list\nb = B(a)\n---\nastuple(b)",
    "copies of objects": "import copy\nclass B: pass\nb = B()\nb.v = a\n---\ncopy.deepcopy(b)",
    "samples": "import random\n---\nrandom.sample(a, len(a))",
    "shuffling": "import random\n---\nrandom.shuffle(a[:])",
    # Names.
    "a builtin set on the module": "import solution\nsolution.__setattr__('abs', a.count)\n---\nabs(-x)",
    "a trusted name, put together": "l = type('L', (), {'dis' + 'card': a.count})\n---\nl.discard(-x)",
    "a namespace of names, put together": "from types import SimpleNamespace as N\nn = N(**{'app' + 'end': set})\n---\nn.append(a)",
    "a tuple of names, put together": "from collections import namedtuple as t\nn = t('N', ['app' + 'end'])(set)\n---\nn.append(a)",
    "a name in a namespace": "b = {'abs': set, 'a': a}\n---\nexec('abs(a)', b)",
}


@pytest.mark.parametrize("what", SEARCHES)
def test_work_out_of_sight_is_counted(what: str) -> None:
    text = program(SEARCHES[what])
    small, large = work(text, list(range(1, 301))), work(text, list(range(1, 601)))
    assert large / small > 2.8


ONES: dict[str, str] = {
    "a rebound ord": "def g(s, ord=lambda v: v):\n    s = ord(s)\n    t = ord(s)\n    return s | t",
    "a rebound range": "def g(s, range=lambda v: (v,)):\n    for s in range(s):\n        for t in range(s): s | t",
    "rounded to anything": "class H:\n    def __round__(self): return S\ndef g(s):\n    global S\n    S = s\n    t = round(H())\n    return t | t",
    "shifted stars": "def g(s):\n    _, t, _ = *[0, s], 0, *[]\n    return t | t",
    "numbers that begin far away": "def g(s):\n    for i in range(1 << 90000, (1 << 90000) + 1): i | i",
    "numbers that are counted from far away": "def g(s):\n    for i, _ in enumerate([0], 1 << 90000): i | i",
    "a body with a namespace of its own": (
        "class D(dict):\n    def __getitem__(self, k): return S if k == 't' else globals()[k]\n"
        "class M(type):\n    def __prepare__(*a): return D()\ndef g(s):\n    global S\n    S = s\n"
        "    class C(metaclass=M):\n        t = 0\n        t | t"
    ),
    "a subclass of numbers": "class I(int): pass\nN = I(3 ** 2000)\ndef g(s):\n    N * N",
}


@pytest.mark.parametrize("what", ONES)
def test_what_only_looks_like_a_small_number_is_watched(what: str) -> None:
    text = f"{ONES[what]}\ndef f(s):\n    g(s)\n"
    assert work(text, frozenset(range(5000))) > 35


def test_a_comparison_with_a_search_in_it_is_no_small_number() -> None:
    text = "def f(n):\n    x = object\n    s = 0 in [0] == n\n    return s | s\n"
    assert load(text)[0]["f"]([0]) is True


@pytest.mark.parametrize("slot", ["int.__neg__", "list.__len__", "lambda self: -self"])
def test_no_length_is_negative(slot: str) -> None:
    text = f"class Refund(int):\n    __len__ = {slot}\ndef f(n):\n    back = Refund(n)\n    return [back ^ back for _ in range(9)]\n"
    assert work(text, 1000) > 0


def test_long_chains_of_names_take_no_time() -> None:
    lines = "\n".join(f"    x{i} = x{i + 1}" for i in range(4000))
    Meter().compile(f"def f():\n{lines}\n    x4000 = 0\n", "solution.py")


# ---------------------------------------------------------------------------------------------------- honest programs

HONEST: dict[str, str] = {
    "held methods": "look = a.count\nseen = [look(1), list(map(a.index, a)), (lambda g: g(2))(a.count), callable(look), look.__class__ is not None]",
    "methods in classes": "class C:\n    look = a.count\n    def own(self): return self\n    size = list.__len__\nseen = [C().look(1), C.look(2)]",
    "special methods of the base": (
        "class D(dict):\n    __getattr__ = dict.__getitem__\n    __setattr__ = dict.__setitem__\nd = D()\nd.x = 3\nseen = [d.x, d['x'], list(d)]"
    ),
    "special methods of others": "class S:\n    def __init__(self): self.v = [1]\n    __len__ = lambda self: 7\n    __hash__ = object.__hash__\nseen = [len(S()), bool(S())]",
    "operators by name": "import operator\nops = {'+': operator.add, '-': operator.sub}\nseen = [ops['+'](1, 2), ops['-'] is operator.sub]",
    "enums and their functions": "import enum\nclass E(enum.Enum):\n    A = 1\n    def __repr__(self): return 'e'\nseen = [E(1), list(E), E['A'], E.A == E.A]",
    "data classes": (
        "from dataclasses import dataclass, field, astuple, replace\n@dataclass(order=True)\nclass P:\n    x: int\n    y: list = field(default_factory=list)\n"
        "seen = [P(1) == P(1), P(1) < P(2), astuple(P(1, [2])), replace(P(1), x=4), P(1) != P(1, [3])]"
    ),
    "tuples with names": "from typing import NamedTuple\nclass N(NamedTuple):\n    x: int\n    def __eq__(self, o): return True\nseen = [N(1), N(1) == 2, N(1)._replace(x=3)]",
    "abstract classes": (
        "from collections.abc import Sequence, MutableSet\nclass Q(Sequence):\n    def __len__(self): return 3\n    def __getitem__(self, i):\n"
        "        if i > 2: raise IndexError\n        return i * i\nq = Q()\nseen = [4 in q, q.index(4), q.count(1), list(reversed(q)), list(q), sum(q)]"
    ),
    "iterators of their own": (
        "class I:\n    def __init__(self): self.n = 3\n    def __iter__(self): return self\n    def __next__(self):\n        self.n -= 1\n"
        "        if self.n < 0: raise StopIteration\n        return self.n\nseen = [list(I()), sum(I()), 1 in I(), [*I()], max(I()), sorted(I())]"
    ),
    "mappings of their own": (
        "class M:\n    def keys(self): return iter('ab')\n    def __iter__(self): return iter([('z', 1)])\n    def __getitem__(self, k): return k * 2\n"
        "seen = [dict(M()), list(M()), {**M()}]"
    ),
    "partial methods": (
        "from functools import partial, partialmethod, cached_property, singledispatchmethod\nclass C:\n    def f(self, x, y): return x + y\n"
        "    g = partialmethod(f, 2)\n    @cached_property\n    def h(self): return [1]\n    @singledispatchmethod\n    def k(self, x): return 'any'\n"
        "    @k.register\n    def _(self, x: int): return 'int'\nc = C()\nseen = [c.g(3), c.h is c.h, c.k(1), c.k('a'), partial(pow, 2)(5), partial(print).func is not None]"
    ),
    "metaclasses": (
        "class M(type):\n    def __new__(m, name, bases, space, **k): return super().__new__(m, name, bases, dict(space, made=1))\n"
        "    def __getitem__(c, k): return k\nclass C(metaclass=M): pass\nseen = [C.made, C[3], M('D', (), {}).made, type('E', (C,), {'x': 2}).x]"
    ),
    "patterns with values": (
        "import enum\nclass K(enum.Enum):\n    A = 1\n    B = 2\ndef kind(v):\n    match v:\n        case K.A: return 'a'\n        case [K.B, x]: return x\n"
        "        case list(append=g): return callable(g)\n        case _: return K\nseen = [kind(K.A), kind([K.B, 3]), kind([]), kind(9) is K]"
    ),
    "patterns with values that are not there": "class K: pass\ndef kind(v):\n    match v:\n        case 1: return 'one'\n        case K.missing: return 2\nseen = [kind(1)]",
    "chains": "class B:\n    def __lt__(self, o): return [1]\nseen = [1 < 2 in [2] in [[2], [[2]]], B() < 3 != 4, 1 < 2 > a[0] is not None]",
    "trees": "import ast\ntree = ast.parse('[x * 2 for x in y if x not in z]', mode='eval')\nseen = [eval(compile(tree, 'here', 'eval'), {'y': [1, 2], 'z': [2]})]",
    "signs": "from collections import Counter\nseen = [+Counter(a=1, b=-1), -Counter(a=-2), -3, ~4, not []]",
    "attributes by name": "class O: pass\no = O()\nsetattr(o, 'append', len)\nobject.__setattr__(o, 'y', 2)\nsetattr(O, '__len__', lambda s: 5)\nseen = [o.append([1]), o.y, len(o)]",
    "what is deleted": "class O:\n    def __len__(self): return 1\no = O()\ndel O.__len__\nseen = [hasattr(o, '__len__')]",
    "caches": "from functools import lru_cache\n@lru_cache\ndef g(x): return [x]\nclass C:\n    @lru_cache\n    def m(self): return 1\nseen = [g(1) is g(1), g.cache_info().hits, C().m()]",
    "sums of objects": "class V:\n    def __init__(self, x): self.x = x\n    def __add__(self, o): return V(self.x + o.x)\n    def __repr__(self): return str(self.x)\nseen = [sum([V(1), V(2)], V(0))]",
    "keys": "seen = [sorted(a, key=lambda x: (x, 0)), max(a, key=[9, 8, 7, 6].__getitem__), min(3, 1, key=lambda x: [x]), sorted('bA', key=str.lower), sorted(a, key=None)]",
    "two or more": "seen = [max(1, 2), min('a', 'b'), max([1], [2]), min(3, *a), max(*a, key=lambda x: -x), max(2.5, 1)]",
}


@pytest.mark.parametrize("what", HONEST)
def test_honest_programs_do_what_they_did(what: str) -> None:
    text = f"a = [1, 2, 3]\n{HONEST[what]}\n"
    plain = types.ModuleType("solution")
    sys.modules["solution"] = plain
    exec(compile(text, "solution.py", "exec", dont_inherit=True), vars(plain))
    assert list(map(repr, load(text)[0]["seen"])) == list(map(repr, plain.seen))


def test_objects_that_hold_much_are_not_taken_for_what_they_hold() -> None:
    text = "from queue import Queue\ndef f(n):\n    q = Queue()\n    for i in range(n): q.put(i)\n    return [q.get() for _ in range(n)]\n"
    assert work(text, 400) / work(text, 200) == pytest.approx(2, rel=0.1)


# ---------------------------------------------------------------------------------------------------- the count

LEAKS = {
    "an iterator": "map(a.count, [1])",
    "an iterator with a key": "__import__('itertools').groupby(a, a.count)",
    "sums": "__import__('itertools').accumulate(a)",
    "a method": "a.count",
    "a method by name": "getattr(a, 'count')",
    "a partial function": "__import__('functools').partial(sum, a)",
}


@pytest.mark.parametrize("what", LEAKS)
def test_nothing_that_a_program_holds_shows_a_function_of_the_meter(what: str) -> None:
    met: list[Any] = []

    class Shown(pickle.Pickler):
        def persistent_id(self, obj: Any) -> None:
            met.append(obj)

    made = load(f"def f(a):\n    return {LEAKS[what]}\n")[0]["f"]([1, 2, 3])
    try:
        Shown(io.BytesIO()).dump(made)
    except (pickle.PicklingError, AttributeError, TypeError):
        met.append(made)
    for each in met:
        assert not inspect.isfunction(each)
        assert not any(inspect.isfunction(value) for _, value in inspect.getmembers(each) if _ != "__init_subclass__")


def test_a_closed_function_does_what_it_did_and_shows_nothing() -> None:
    made = closed(lambda x, y=2: (x, y))
    assert (made(1), made(1, y=3)) == ((1, 2), (1, 3))
    assert not vars(made)


PROBE = """
import sys
from codearena.sandbox.codec import Parcels
from codearena.sandbox.inside.candidate import _served
from codearena.sandbox.inside.measured import Measured, warm_meter
from pathlib import Path
files = [("solution.py", Path(sys.argv[1]).read_text()), ("helper.py", "def twice(x): return [x, x]\\n")]
measured = Measured(warm_meter(), files, {}, _served)
for _ in range(2):
    print(measured.measure("f", Parcels().pack(([*range(300)],)), 10**7, look=False)[0])
"""
REPLACED = {
    "exec": "import builtins\nbuiltins.exec = lambda *x: kept.append(x)",
    "getattr": "import builtins\nbuiltins.getattr = lambda *x: (lambda a: None)",
    "reduce": "import functools\nfunctools.reduce = lambda g, *x: kept.append(g)",
    "partial": "import functools\nfunctools.partial = lambda g, *x: kept.append(g) or g",
    "visitors": "import ast\nast.NodeTransformer.visit = ast.NodeTransformer.generic_visit = lambda self, node: node",
    "nodes": "import ast\nast.Call = ast.AugAssign = lambda *x: ast.Pass()",
    "copies": "import copy\ncopy.deepcopy = kept.append",
    "frames": "import sys\nsetattr(sys, '_get' + 'frame', lambda depth: None)",
    "modules": "import types\ntypes.ModuleType = lambda name: None",
}


@pytest.mark.parametrize("what", REPLACED)
def test_what_a_program_replaces_the_meter_does_without(what: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    body = "    for x in a: -x - 1 in a\n    exec('for x in a: -x - 1 in a', {'a': a})\n    list(map(a.count, [1]))\n"
    helper = "" if what == "exec" else "import helper\nhelper.twice(1)\n"
    path.write_text(f"{helper}kept = []\n{REPLACED[what]}\ndef f(a):\n{body}", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(codearena.__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", PROBE, str(path)], env=env, capture_output=True, text=True, check=False)
    counts = [int(line) for line in done.stdout.split()]
    assert len(counts) == 2, done.stderr
    assert min(counts) > 45_000


CHANGED = {
    "its fields": "ast.For._fields = ('target',)",
    "what makes it": "ast.AugAssign.__init__ = lambda self, *x: None",
    "an operator that all trees share": "class P(ast.In): pass\n    ast.parse('x in x').body[0].value.ops[0].__class__ = P",
    "a field": "ast.If.body = property(lambda self: [])",
}


@pytest.mark.parametrize("what", CHANGED)
def test_a_program_that_changes_a_class_of_nodes_is_refused(what: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(f"import ast\ndef f(a):\n    {CHANGED[what]}\n    exec('for x in a: x in a', {{'a': a}})\n", encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(Path(codearena.__file__).parent.parent)}
    done = subprocess.run([sys.executable, "-c", PROBE, str(path)], env=env, capture_output=True, text=True, check=False)
    assert "was changed" in done.stderr


TREES = {
    "a list of its own class": "class B(list): pass\ntree.body = B(tree.body)",
    "a node of its own class": "class L(ast.For): pass\ntree.body[0].__class__ = L",
    "an operator of its own class": "class P(ast.Add): pass\ntree.body[0].body[0].value.op = P()",
    "a text of its own class": "class T(str): pass\ntree.body[0].target.id = T('x')",
}


@pytest.mark.parametrize("what", TREES)
def test_trees_are_of_plain_nodes_and_lists(what: str) -> None:
    text = f"import ast\ntree = ast.parse('for x in []: x + x')\n{TREES[what]}\nexec(compile(tree, 'here', 'exec'))\n"
    meter = Meter()
    code = meter.compile(text, "solution.py")
    with pytest.raises(MeterError, match="cannot be measured"):
        exec(code, {"__name__": "solution"})
    assert meter.refused


# ---------------------------------------------------------------------------------------------------- several files


def together(main: str, **others: str) -> Callable[[int], int]:
    """Return the work of ``f`` of the main file, called with the numbers up to one."""
    files = [("solution.py", main), *((f"{name}.py", text) for name, text in others.items())]

    def measured(size: int) -> int:
        meter = Meter()
        facts = meter.survey(files)
        module = sys.modules["solution"] = types.ModuleType("solution")
        for name, text in reversed(files):
            exec(meter.compile(text, name, facts), vars(module) if name == "solution.py" else {"solution": module})
        meter.start(space=vars(module))
        module.f(list(range(size)))
        return meter.work

    return measured


def test_one_file_may_change_what_a_name_means_in_another() -> None:
    main = "def f(a):\n    for x in a: abs(a)\n"
    counted = together(main, helper="from collections import Counter\nsolution.abs = Counter\n")
    assert counted(600) / counted(300) > 3.5


def test_a_file_that_is_no_program_says_nothing() -> None:
    assert (
        Meter().survey([("solution.py", "x = 1"), ("data.py", "\0"), ("other.py", "def ("), ("notes.txt", "import solution")]) is not None
    )
    assert Meter().survey([("solution.py", "x = 1")]) is None


@pytest.mark.parametrize("name", ["<frozen abc>", os.__file__, "<string>"])
def test_no_file_has_the_name_of_one_of_the_library(name: str) -> None:
    code = Meter().compile("x = 1", name)
    assert code.co_filename not in (name, os.__file__)


def test_a_translation_that_is_too_large_to_send_is_left_to_the_other_side(monkeypatch: pytest.MonkeyPatch) -> None:
    made = object.__new__(scoring.Scoring)
    made._case = types.SimpleNamespace(submission=Submission.of("x = 1\n"))  # type: ignore[assignment]
    assert list(made._translated()) == ["solution.py"]
    monkeypatch.setattr(scoring, "_MOST_TRANSLATED", 10)
    assert made._translated() == {}
