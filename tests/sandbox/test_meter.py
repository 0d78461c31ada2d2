"""The meter: metered programs do what they did, and their work is counted exactly, wherever it is done."""

# ruff: noqa: E501 (programs in tables)

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import codearena
from codearena.sandbox.inside.meter import Meter, MeterError, OverBudget

SUITE = Path(codearena.__file__).parent / "tasks" / "suite"


def load(text: str, *, metered: bool = True) -> tuple[dict[str, Any], Meter]:
    meter = Meter()
    text = textwrap.dedent(text)
    code = meter.compile(text, "solution.py") if metered else compile(text, "solution.py", "exec", dont_inherit=True)
    module = sys.modules["solution"] = types.ModuleType("solution")
    exec(code, vars(module))
    return vars(module), meter


@pytest.fixture(autouse=True)
def no_module_stays() -> Iterator[None]:
    yield
    sys.modules.pop("solution", None)


def work(text: str, *args: Any, name: str = "f") -> int:
    """Return the work of one call, without that of loading the program."""
    space, meter = load(text)
    meter.start()
    space[name](*args)
    return meter.work


# ---------------------------------------------------------------------------------------------------- behaviour

PROGRAMS: dict[str, str] = {
    "functions": """
        def f(a, /, b=2, *args, c, d=[1] + [2], **kwargs):
            "What it does."
            return a, b, args, c, d, kwargs
        seen = [f(1, c=3), f(1, 2, *[3, 4], c=5, **{"x": 6}), f.__doc__, f.__defaults__, f.__name__]
        g = lambda x, y=seen[:1]: (x, y) if x else f(0, c=x)
        seen += [g(1), g(0), (lambda: (yield 1))().__next__()]
        """,
    "closures": """
        def counter():
            n = 0
            def step(k=1):
                nonlocal n
                n += k
                return n
            return step
        c, total = counter(), 10
        def add():
            global total
            total += c(2)
            return total
        seen = [c(), c(5), add(), add(), [f() for f in [lambda i=i: i * i for i in range(3)]]]
        def late():
            try:
                return unknown
            except NameError as error:
                return str(error)
        seen.append(late())
        """,
    "classes": """
        class Base:
            "A base."
            kinds = [n * 2 for n in range(3)]
            def __init__(self, x): self.__x = x
            def __init_subclass__(cls, **kw): cls.options = kw
            @property
            def x(self): return self.__x
            @x.setter
            def x(self, value): self.__x = value
            @classmethod
            def make(cls): return cls(7)
            @staticmethod
            def plain(a): return a + [1]
            def __eq__(self, other): return isinstance(other, Base) and self.x == other.x
            def __lt__(self, other): return self.x < other.x
            def __add__(self, other): return type(self)(self.x + other.x)
            def __iadd__(self, other):
                self.x += other
                return self
            def __contains__(self, y): return y == self.x
            def __getitem__(self, i): return ("item", i)
            def __call__(self, *a): return a
            def __hash__(self): return 3
            def __repr__(self): return f"{__class__.__name__}({self.x!r:>3})"
        class Child(Base, flag=True):
            def __init__(self, x):
                super().__init__(x)
            @property
            def x(self): return super().x + 100
            @x.setter
            def x(self, value): super(Child, type(self)).x.fset(self, value - 100)
        b, c = Base(1), Child(2)
        seen = [Base.kinds, Base.__doc__, b.x, c.x, Child.options, Base.make(), Base.plain([0]), b == Base(1), b < c, b + Base(5)]
        b += 3
        c += 1
        seen += [b, c, 4 in b, 5 not in b, b[1:2], b[::2, 1], b[3], b(1, *[2]), sorted([Base(3), Base(1)]), hasattr(b, "_Base__x")]
        class Meta(type):
            def __call__(cls, *a): return ("made", super().__call__(*a))
            def __eq__(cls, other): return True
        class Made(metaclass=Meta):
            pass
        seen += [type(Made()[1]) is Made, Made == 3]
        """,
    "generators": """
        def g(n):
            "Doc."
            got = []
            for i in range(n):
                try:
                    got.append((yield i))
                except ValueError as error:
                    got.append(str(error))
            return got
        def outer():
            result = yield from g(3)
            yield result
            yield from [1, 2]
            yield from range(2)
            yield from {"k": 1}
            yield from map(str, [3])
        o = outer()
        seen = [next(o), o.send("a"), o.throw(ValueError("b")), next(o), list(o)]
        it = iter([1, 2, 3, 4])
        seen += [list(zip(it, it)), list(x for x in (y * 2 for y in range(3)) if x), dict(zip("ab", [1, 2]))]
        numbers = map(int, ["1", "x", "3"])
        seen.append(next(numbers))
        try: next(numbers)
        except ValueError as error: seen.append(str(error))
        seen += [next(numbers), next(numbers, None), list(filter(None, [0, 1, "", "a"])), type(filter(None, [])).__name__]
        def gen():
            try: yield 1
            finally: seen.append("closed")
        for x in gen(): break
        h = gen(); next(h); h.close()
        """,
    "async": """
        import asyncio
        class Gate:
            async def __aenter__(self): return self
            async def __aexit__(self, *a): seen.append("left"); return True
            def __aiter__(self): self.n = 0; return self
            async def __anext__(self):
                self.n += 1
                if self.n > 3: raise StopAsyncIteration
                return self.n
        async def ticks(n):
            for i in range(n):
                await asyncio.sleep(0)
                yield i
        async def main():
            async with Gate() as gate:
                seen.append([x async for x in gate if x > 1])
                async for x in ticks(2): seen.append(x)
                else: seen.append("else")
                seen.append(await asyncio.gather(one(1), one(2)))
                raise ValueError
            return {x: await one(x) async for x in ticks(2)}
        async def one(x): return x * 10
        seen = []
        seen.append(asyncio.run(main()))
        """,
    "matching": """
        from dataclasses import dataclass
        @dataclass
        class P:
            x: int
            y: int = 0
        def kind(v):
            match v:
                case 0 | 1: return "bit"
                case int(n) if n > 100: return ("large", n)
                case str() as s: return s.upper()
                case [a, *rest, b]: return (a, rest, b)
                case {"k": k, **others}: return (k, others)
                case P(x=0, y=y): return ("axis", y)
                case P(x, y): return (x, y)
                case None: return None
                case _: return "other"
        seen = [kind(v) for v in (0, 200, 5, "s", [1, 2, 3], [1, 2], {"k": 1, "l": 2}, P(0, 3), P(1, 2), None, 2.5, [])]
        """,
    "exceptions": """
        class Mine(Exception):
            def __init__(self, *a): super().__init__(*a); self.n = len(a)
        def f(x):
            try:
                if x == 0: raise Mine(1, 2)
                if x == 1: return "early"
                if x == 2: [][1]
            except (Mine, KeyError) as error:
                return error.n, error.args
            except IndexError as error:
                try: raise ValueError("other") from error
                except ValueError as second: return repr(second.__cause__), second.__context__ is error
            else:
                return "else"
            finally:
                seen.append(x)
        seen = []
        seen += [f(0), f(1), f(2), f(3)]
        def swallow():
            for i in range(3):
                try: continue
                finally: seen.append(i)
            while True:
                try: return 1
                finally: break
            return 2
        seen.append(swallow())
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError as group: seen.append(len(group.exceptions))
        except* TypeError: seen.append("type")
        class Manager:
            def __enter__(self): seen.append("in"); return [1, 2]
            def __exit__(self, kind, value, trace): seen.append(kind and kind.__name__); return kind is ZeroDivisionError
        with Manager() as (a, b), Manager(): seen.append(a + b); 1 / 0
        try: assert a == 2, f"{a} is not two"
        except AssertionError as error: seen.append(str(error))
        def deep(n): return deep(n + 1)
        try: deep(0)
        except RecursionError: seen.append("deep")
        """,
    "assignments": """
        a = [5, 3, 1]; b = a
        a += (2, 4); a += {9: 0}; a += "x"; a *= 2
        seen = [b is a, a[:], a[1:-1:2], a[::-1][:3]]
        a[1:3] = "pq"; a[-2:] = []; a[::4] = [0] * len(a[::4])
        del a[0], a[-1], a[2:4]
        x, (y, *z), *w = 1, "abc", 4, 5
        seen += [a, x, y, z, w, [m for m in [1] if (n := m + 10)], n]
        t = u = (1,); t += (2,); s = v = "s"; s += "t"; s *= 2; st = su = {1}; st |= {2}; st -= {1}
        seen += [t, u, s, v, st, su is st]
        d = e = {"a": 1}; d |= {"b": 2}; d["a"] += 5; d.setdefault("l", []).append(1); d["l"] += [2]; del d["b"]
        seen += [d, e is d]
        class O: text = "a"; items = [1]
        o = O(); o.text += "b"; o.items += [2]
        seen += [O.text, o.text, O.items, vars(o)]
        class Strange:
            def __iadd__(self, other): return ("added", other)
            def __radd__(self, other): return ("radded", other)
        q = Strange(); q += "text"; r = [1]
        try: r += Strange()
        except TypeError as error: seen.append(str(error))
        seen += [q, "a" + Strange(), [0, *range(3), *"ab"], {**{"z": 1}, "z": 2}, {*[1], 2}, 1 < 2 < 3 != 4 in [4], 2 ** 70 // 3 ** 20]
        big = 1
        for i in range(1, 40): big = big * i + 1; big -= i; big <<= 1; big >>= 1; big ^= i; big |= 1
        seen += [big, -7 // 2, -7 % 3, 7.5 // 2, "%s-%d" % ("a", 3), "%(k)s" % {"k": [1]}, 3 @ M() if (M := type("M", (), {"__rmatmul__": lambda s, x: x})) else 0]
        for seen_at, *others in [(1, 2, 3), "ab"]: seen.append((seen_at, others))
        """,
    "library": """
        import bisect, collections, copy, functools, heapq, itertools, math, operator, random, re, statistics, string, json
        from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
        a = [5, 3, 8, 1, 9, 2]
        h = a[:]; heapq.heapify(h); heapq.heappush(h, 0)
        seen = [heapq.heappop(h), heapq.nlargest(2, a), heapq.nsmallest(2, iter(a), key=lambda x: -x), list(heapq.merge([1, 4], [2, 3]))]
        s = sorted(a); bisect.insort(s, 4)
        seen += [s, bisect.bisect(s, 4), bisect.bisect_left(s, 4, 1, 3), sorted(a, key=lambda x: -x), sorted("bca", reverse=True)]
        c = Counter("abracadabra"); c.update("aaa"); c["z"] += 1
        seen += [c.most_common(2), dict(c), sum(c.values()), c - Counter("a"), Counter(a=1) + Counter(b=2)]
        d = defaultdict(list); d["x"].append(1); d["y"] += [2]
        q = deque([1, 2, 3], maxlen=3); q.append(4); q.rotate(1); q.extendleft(iter([7]))
        Point = namedtuple("Point", "x y"); o = OrderedDict(b=1, a=2); o.move_to_end("b")
        seen += [dict(d), list(q), 7 in q, Point(1, 2)._replace(x=3), Point(*[4, 5]).x, list(o), o.popitem(last=False)]
        seen += [functools.reduce(operator.add, [[1], [2]], []), functools.reduce(lambda x, y: x * y, range(1, 6)), functools.partial(max, key=abs)([-3, 2])]
        @functools.lru_cache(maxsize=None)
        def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
        @functools.singledispatch
        def show(x): return "any"
        @show.register
        def _(x: int): return "int"
        @functools.wraps(fib)
        def wrapped(n): "inner"; return n
        @functools.total_ordering
        class V:
            def __init__(self, v): self.v = v
            def __eq__(self, o): return self.v == o.v
            def __lt__(self, o): return self.v < o.v
        seen += [fib(50), fib.cache_info().misses, show(1), show("a"), wrapped.__name__, V(1) >= V(0), sorted(a, key=functools.cmp_to_key(lambda x, y: y - x))]
        seen += [list(itertools.chain("ab", [1])), list(itertools.chain.from_iterable(["ab", "c"])), list(itertools.islice(itertools.count(3), 2, 6, 2))]
        seen += [[(k, list(g)) for k, g in itertools.groupby("aabc")], [(k, len(list(g))) for k, g in itertools.groupby(a, key=lambda x: x % 2)]]
        seen += [list(itertools.accumulate(a)), list(itertools.accumulate(a, max)), list(itertools.accumulate([[1], [2]], initial=[0])), list(itertools.product("ab", repeat=2))]
        seen += [list(itertools.takewhile(lambda x: x > 2, a)), list(itertools.dropwhile(lambda x: x > 4, a)), list(itertools.filterfalse(None, [0, 1])), list(itertools.starmap(pow, [(2, 3)]))]
        seen += [list(itertools.zip_longest("ab", "c", fillvalue="-")), list(itertools.compress("abc", [1, 0, 1])), list(itertools.pairwise(a)), [len(list(t)) for t in itertools.tee(a)]]
        seen += [math.gcd(12, 18), math.prod([1, 2, 3]), math.comb(5, 2), math.factorial(6), math.isqrt(50), pow(3, 5, 7), pow(2, -1, 7), divmod(-7, 2)]
        seen += [re.findall(r"\\d+", "a1b22"), re.sub(r"(\\w)", lambda m: m[1].upper() + ".", "ab"), re.match("(a)(b)?", "a").groups(), re.split(",", "a,b")]
        seen += [copy.deepcopy([a, {"k": a}]), copy.copy(a) is a, statistics.mean(map(float, a)), statistics.median(a), json.loads(json.dumps({"k": [1, None]}))]
        random.seed(3); seen += [random.randint(1, 9), random.sample(a, 2), random.choice(a)]
        rows = [[1, 2], [3, 4]]
        seen += [list(map(list, zip(*rows))), list(map(sum, rows)), sum(rows, []), max(rows), min(a, default=0), max([], default=None), max(3, *a), dict.fromkeys("ab", 0)]
        seen += ["-".join(map(str, a)), "a,b".split(","), "aXb".lower().title(), str.upper("x"), list.count(a, 5), "{:>4}|{a!r}".format(3, a="q"), "abc".translate({97: "z"})]
        seen += [sorted({3, 1} | {2}), {1, 2}.issubset([1, 2, 3]), {1}.union([2], (3,)), {1, 2}.intersection([2]), {1: 2}.items() == {1: 2}.items(), {1: 2} | {3: 4}]
        seen += [any(x > 8 for x in a), all([]), list(reversed(a)), list(enumerate("ab", 1)), int("ff", 16), int(" 7 "), int(3.9), round(2.567, 2), chr(ord("a") + 1)]
        seen += [sorted(a, key=a.index), list(iter(iter([1, 2, 0, 3]).__next__, 0)), operator.itemgetter(1, 2)(a), operator.iadd([1], [2]), operator.contains(a, 5)]
        """,
    "texts": """
        name, n, items = "Ann", 3.14159, [1, "b"]
        seen = [f"{name!r:>10}|{n:.2f}|{n:{8}.{3}}|{items}|{{}}|{name=}|{'in' + 'ner'}|{n if n > 3 else 0:+}", f"", f"{name}" "and" f"{n}"]
        class F:
            def __format__(self, spec): return f"<{spec}>"
            def __str__(self): return "str"
        seen += [f"{F():abc}", f"{F()!s}", "%5.1f|%s" % (n, F()), "a" in "banana", "nan" not in "banana", "abc" < "abd", "x" * 3 + "y", b"ab" + bytes([99])]
        seen += ["a-b".replace("-", "+"), "  x ".strip(), "aXbX".rsplit("X", 1), "banana".count("an"), "abc".find("c", 1), "abc".startswith(("a", "b")), "abc"[::-1]]
        try: "abc".index("z")
        except ValueError as error: seen.append(str(error))
        """,
    "dynamic": """
        x = 5
        def f(y):
            z = 3
            seen.append(sorted(locals()))
            exec("seen.append(y + z + x)")
            return eval("x + y + z"), eval("[x for k in range(2)]"), eval("y", {"y": 7}), eval("a + b", {}, {"a": 1, "b": 2})
        seen = []
        seen += [f(1), eval(" 1 + 2"), eval(compile("x * 2", "there", "eval"))]
        space = {}; exec("def g(a): return a + [1]\\nv = g([0])", space); seen.append(space["v"])
        try: eval("1 +")
        except SyntaxError as error: seen.append(type(error).__name__)
        globals()["made"] = 9; seen += [made, getattr(seen, "count")(9), getattr(x, "nothing", "none"), hasattr(x, "real"), vars(type("T", (), {"q": 1}))["q"]]
        import ast
        seen += [ast.literal_eval("[1, (2, 3)]"), eval(compile(ast.parse("x + 1", mode="eval"), "t", "eval")), "x" in globals(), callable(f), type(x) is int]
        len = lambda v: "mine"
        seen.append(len([1]))
        del len
        seen.append(len([1]))
        """,
    "declarations": """
        "Doc of the module."
        from __future__ import annotations
        import enum, typing
        from dataclasses import dataclass, field
        from typing import Generic, NamedTuple, TypeVar
        T = TypeVar("T")
        class Colour(enum.Enum):
            RED = 1
            GREEN = RED + 1
            @property
            def low(self): return self.name.lower()
        class Flags(enum.IntFlag):
            A = enum.auto(); B = enum.auto()
        @dataclass(order=True, frozen=True)
        class D(Generic[T]):
            x: int = 3 + 4
            items: list[T] = field(default_factory=list)
            def total(self) -> int | None: return sum(self.items)
        class N(NamedTuple):
            a: int
            b: str = "q" + "r"
            def both(self): return (self.a, self.b)
        class S:
            __slots__ = ("v",)
            def __init__(self): self.v = "a"
        def f(a: list[int] = [1] + [2], *, b: dict[str, "x" + 1] = {}) -> a[1:]: ...
        s = S(); s.v += "b"
        seen = [__doc__, Colour.GREEN, Colour.RED.low, Colour(2), list(Colour), Flags.A | Flags.B, D(), D(1, [2, 3]).total(), D(1) < D(2), N(1).both(), s.v]
        seen += [f.__annotations__, D.__annotations__, typing.get_type_hints(D.total), f.__defaults__, [D(x=1), D(1)][0] == D(1), hash(D(1, ())) == hash(D(1, ()))]
        """,
    "control": """
        seen = []
        for i in range(5):
            if i == 1: continue
            elif i == 4: break
            else: seen.append(i)
        else: seen.append("no")
        for i in []: pass
        else: seen.append("else")
        n = 5
        while (n := n - 1) > 0:
            if n == 2: break
        else: seen.append("no")
        while n: n -= 1
        else: seen.append(n)
        seen += [[(x, y) for x in range(3) if x for y in "ab" if y != "a"], {k: v for k, v in zip("ab", range(2))}, {x % 2 for x in range(5)}, [[y for y in range(x)] for x in range(3)]]
        seen += [1 if n else 2, n or "or", n and 1, not n, (lambda *a, **k: (a, k))(1, b=2), [*map(lambda v: v + 1, [1, 2])], 3 if [] == [] else 4]
        a = [3, 1, 2]
        for x in a:
            if x == 3: a.append(9)
            seen.append(x)
        d = {"a": 1}
        try:
            for k in d: d[k + "x"] = 1
        except RuntimeError as error: seen.append(str(error))
        nan = float("nan"); seen += [nan in [nan], nan == nan, [nan] == [nan], 1 == 1.0 == True]
        class Eq:
            def __eq__(self, other): raise ValueError("not comparable")
        try: 1 in [Eq()]
        except ValueError as error: seen.append(str(error))
        lookups = []
        class Watched(dict):
            def __missing__(self, key): lookups.append(key); return []
            def __getitem__(self, key): lookups.append(("get", key)); return super().__getitem__(key)
        w = Watched(); k = "q"; w[k] += [1]; seen += [w, lookups]
        class Box:
            @property
            def p(self): lookups.append("read"); return self.q
            @p.setter
            def p(self, v): self.q = v
        box = Box(); box.q = "a"; box.p += "b"; seen.append(box.q)
        """,
}


def reprs(values: Any) -> Any:
    """Return what can be compared over two worlds that each define their own classes."""
    return [repr(value) for value in values]


def shown(text: str, *, metered: bool) -> Any:
    try:
        space, _ = load(text, metered=metered)
    except Exception as error:  # noqa: BLE001 (whatever it is, it must be the same)
        return type(error), str(error), getattr(error, "lineno", None)
    return reprs(space["seen"])


@pytest.mark.parametrize("what", PROGRAMS)
def test_a_metered_program_does_what_it_did(what: str) -> None:
    plain = shown(PROGRAMS[what], metered=False)
    assert isinstance(plain, list), plain
    assert shown(PROGRAMS[what], metered=True) == plain


BROKEN = {
    "a division": "x = [1, 2]\ny = x[0] / 0",
    "a missing name": "a = 1\nb = nothing + 1",
    "a name of later": "def f():\n    x += 1\n    x = 2\nf()",
    "a missing argument": "def f(a, b): return a\nf(1)",
    "no function": "x = 5\nx(3)",
    "an operand": "[1] + 'a'",
    "an order": "sorted([1, 'a'])",
    "an index": "[].pop()",
    "a strange index": "[1].pop('a')",
    "an absent element": "[1].remove(2)",
    "a key": "{}['a']",
    "a syntax": "def f(:",
    "a declaration": "def f():\n    x = 1\n    global x",
    "an unpacking": "a, *b = 5",
    "a membership": "1 in 5",
    "a text that is no number": "int('x')",
    "an iterator": "list(5)",
    "a filter": "filter(None, 5)",
    "no arguments": "sorted()",
}


@pytest.mark.parametrize("what", BROKEN)
def test_errors_are_those_of_the_program(what: str) -> None:
    plain = shown(BROKEN[what], metered=False)
    assert plain[0] is not None
    assert shown(BROKEN[what], metered=True) == plain


def test_errors_name_the_lines_of_the_program() -> None:
    space, _ = load("def f(xs):\n    total = 0\n    for x in xs:\n        total += (\n            1 / x)\n    return total\n")
    with pytest.raises(ZeroDivisionError) as caught:
        space["f"]([1, 0])
    assert [entry.lineno + 1 for entry in caught.traceback if str(entry.path).endswith("solution.py")] == [5]


def test_no_name_is_added() -> None:
    text = "def f():\n    x = [i for i in range(3)]\n    return sorted(locals())\nnames = sorted(globals())\nclass A:\n    y = 1 + 1\n"
    metered, plain = load(text)[0], load(text, metered=False)[0]
    assert metered["names"] == plain["names"]
    assert metered["f"]() == plain["f"]()
    assert sorted(vars(metered["A"])) == sorted(vars(plain["A"]))


def test_recursion_goes_as_deep() -> None:
    text = "def f(n):\n    return 0 if n == 0 else 1 + f(n - 1)\nclass C:\n    def g(self, n):\n        return 0 if n == 0 else 1 + self.g(n - 1)\n"
    space, _ = load(text)
    assert (space["f"](800), space["C"]().g(800)) == (800, 800)


SCALARS = st.integers(-5, 5) | st.sampled_from(["a", "bc", "", 1.5, True, None])
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner), max_leaves=8)
EXPRESSIONS = (
    "a + b,a * b,a - b,a % b,a // b,a ** b if type(b) is int and abs(b) < 9 else 0,a & b,a | b,a << b if b in (1 2) else 0,a == b,a < b,"
    "a != b,a >= b,a in b,a not in b,a is b,a < b < a,a == b in a,a[1:],a[b],a[::-1],[*a b],(*a *b),{**{'k': a}},f'{a}{b!r:>5}',"
    "sorted(a),max(a b),max(a default=b),sum(a),sum(a b),len(a),list(a),set(a),str(a).join('xyz'),'%s' % (a ),min(a key=str),"
    "list(zip(a b)),list(map(str a)),list(filter(None a)),[x for x in a if x],{x: b for x in a},any(a),a.index(b),a.count(b),"
    "a.pop(0),a.insert(0 b),a.append(b),a.extend(b),a.copy(),list(enumerate(a b)),divmod(a b),abs(a),a and b or a,(lambda x: x + a)(b),"
    "isinstance(a type(b)),hash(a) == hash(a),repr(a),int(a),list(reversed(a)),a[0:1] + a[1:],next(iter(a) b),dict(a),tuple(a)"
).split(",")


@given(
    a=VALUES,
    b=VALUES,
    expression=st.sampled_from([each.replace(" ", ", ") if "(" in each and " if " not in each else each for each in EXPRESSIONS]),
)
def test_any_expression_on_any_values_gives_the_same(a: Any, b: Any, expression: str) -> None:
    import copy

    def outcome(*, metered: bool) -> Any:
        try:
            space, _ = load(f"def f(a, b):\n    c = {expression}\n    return c, a, b\n", metered=metered)
        except SyntaxError as error:
            return str(error)
        try:
            return repr(space["f"](*copy.deepcopy((a, b))))
        except Exception as error:  # noqa: BLE001
            return type(error), str(error)

    assert outcome(metered=True) == outcome(metered=False)


AUGMENTED = ["+=", "-=", "*=", "%=", "//=", "|=", "&=", "^=", "<<="]


@given(a=VALUES, b=VALUES, operator=st.sampled_from(AUGMENTED), target=st.sampled_from(["x", "o.x", "l[0]", "d[k]", "l[:1]"]))
def test_any_augmented_assignment_does_the_same(a: Any, b: Any, operator: str, target: str) -> None:
    import copy

    text = f"""
        class O: pass
        def f(a, b):
            x, o, l, d, k = a, O(), [a], {{'k': a}}, 'k'
            o.x = a
            {target} {operator} b
            return x, o.x, l, d, a, b
        """

    def outcome(*, metered: bool) -> Any:
        space, _ = load(text, metered=metered)
        try:
            return repr(space["f"](*copy.deepcopy((a, b))))
        except Exception as error:  # noqa: BLE001
            return type(error), str(error)

    assert outcome(metered=True) == outcome(metered=False)


# ---------------------------------------------------------------------------------------------------- exactness

PROBE = """
import sys
from codearena.sandbox.inside.meter import Meter
from pathlib import Path
text = Path(sys.argv[1]).read_text()
meter = Meter()
space = vars(sys.modules.setdefault("solution", type(sys)("solution")))
exec(meter.compile(text, "solution.py"), space)
sys.stdout.write(str(meter.work))
"""


@pytest.mark.parametrize("what", ["classes", "generators", "library", "texts"])
def test_counts_are_the_same_under_any_hash_seed(what: str, tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    path.write_text(textwrap.dedent(PROGRAMS[what]), encoding="utf-8")
    root = str(Path(codearena.__file__).parent.parent)
    found = set()
    for seed in ("0", "1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root}
        done = subprocess.run([sys.executable, "-c", PROBE, str(path)], env=env, capture_output=True, text=True, check=True)
        found.add(int(done.stdout))
    assert len(found) == 1
    assert found.pop() > 0


def test_counts_are_the_same_each_time_and_add_up() -> None:
    space, meter = load("def f(n):\n    return sorted([i * i % 7 for i in range(n)])[:3]\n")
    counts = []
    for _ in range(3):
        meter.start()
        space["f"](50)
        counts.append(meter.work)
        space["f"](50)
        assert meter.work == 2 * counts[-1]
    assert len(set(counts)) == 1


# ---------------------------------------------------------------------------------------------------- growth

GROWTH: dict[str, tuple[float, str]] = {
    # Linear: the work doubles.
    "a loop": (2, "s = 0\nfor x in a: s += x"),
    "sum": (2, "sum(a)"),
    "a generator in C": (2, "sum(x * x for x in a)"),
    "map in C": (2, "sum(map(float, a))"),
    "filter that lets nothing pass": (2, "any(filter(None, [0] * n))"),
    "islice that skips": (2, "import itertools\nnext(itertools.islice(iter(a), n - 1, None))"),
    "join": (2, "','.join(map(str, a))"),
    "appending to a text": (2, "s = ''\nfor x in a: s += 'x'"),
    "a set": (2, "len(set(a))"),
    "a dict": (2, "d = {}\nfor x in a: d[x] = d.get(x, 0) + 1"),
    "a deque": (2, "from collections import deque\nq = deque(a)\nwhile q: q.popleft()"),
    "a Counter": (2, "from collections import Counter\nCounter(a)"),
    "yield from": (2, "def g():\n    yield from range(n)\nsum(g())"),
    "unpacking": (2, "first, *rest = a"),
    "a star": (2, "b = [*a, 1]"),
    "sorting what is sorted": (2, "sorted(range(n))"),
    "find, again and again": (2, "s = 'ab' * n\np = s.find('a')\nwhile p >= 0: p = s.find('a', p + 1)"),
    "int of a long text": (3, "int('7' * n)"),
    "deepcopy": (2, "import copy\ncopy.deepcopy(a)"),
    "translate": (2, "('ab' * n).translate({97: 'x'})"),
    "exec": (2, "exec('for x in a: pass', {'a': a})"),
    "eval": (2, "eval('sum(a)', {'a': a})"),
    "a cached function": (2, "import functools\n@functools.cache\ndef g(k): return 0 if k == 0 else 1 + g(k - 1)\nfor k in range(n): g(k)"),
    "a regular expression": (2, "import re\nre.findall('ab', 'ab' * n)"),
    "nothing but exceptions": (2, "for x in a:\n    try: raise ValueError\n    except ValueError: pass"),
    "a loop with nothing in it": (2, "for x in a: pass"),
    "a default argument": (2, "def g(x=sum(a)): pass"),
    "a class body": (2, "class C:\n    x = sum(a)"),
    "a decorator": (2, "@(lambda f: sum(a))\ndef g(): pass"),
    "a pattern with a star": (2, "match a:\n    case [first, *rest]: pass"),
    "itertools": (2, "import itertools\nlist(itertools.accumulate(a))"),
    "chained iterators": (2, "import itertools\nany(itertools.chain.from_iterable([[]] * n))"),
    # Quadratic: four times.
    "in a list": (4, "for x in a: (-x - 1) in a"),
    "in a tuple in a comprehension": (4, "t = tuple(a)\n[x for x in a if -x - 1 in t]"),
    "pop from the front": (4, "while a: a.pop(0)"),
    "insert at the front": (4, "b = []\nfor x in a: b.insert(0, x)"),
    "delete at the front": (4, "while a: del a[0]"),
    "slices": (4, "while a: a = a[1:]"),
    "slices of a name": (4, "s = slice(1, None)\nwhile a: a = a[s]"),
    "assignment to a slice": (4, "b = []\nfor x in a: b[:0] = [x]"),
    "concatenation of lists": (4, "b = []\nfor x in a: b = b + [x]"),
    "prepending to a text": (4, "s = ''\nfor x in a: s = 'x' + s"),
    "appending to an attribute": (4, "class O: s = ''\no = O()\no.s = ''\nfor x in a: o.s += 'x'"),
    "sum of lists": (4, "sum([[x] for x in a], [])"),
    "sum of lists, lazily": (4, "sum(([x] for x in a), [])"),
    "count": (4, "[a.count(x) for x in a]"),
    "count as a key": (4, "max(a, key=a.count)"),
    "index through map": (4, "list(map(a.index, a))"),
    "an unbound method": (4, "for x in a: list.count(a, x)"),
    "a renamed built-in": (4, "g = sum\nfor x in a: g(a)"),
    "a method under a harmless name": (4, "class C: append = sum\nfor x in a: C.append(a)"),
    "a partial function": (4, "import functools\ng = functools.partial(sum, a)\nfor x in a: g()"),
    "reduce": (4, "import functools\nfunctools.reduce(lambda x, y: x + [y], a, [])"),
    "operator.contains": (4, "import operator\nfor x in a: operator.contains(a, -x - 1)"),
    "remove": (4, "for x in sorted(a, reverse=True): a.remove(x)"),
    "comparison of equal lists": (4, "b = list(a)\nfor x in a: a == b"),
    "join in a loop": (4, "s = []\nfor x in a:\n    s.append('x')\n    ''.join(s)"),
    "formatting what grows": (4, "s = ''\nfor x in a: s = f'{s}x'"),
    "formatting the old way": (4, "s = ''\nfor x in a: s = '%sx' % s"),
    "replace": (4, "s = 'ab' * n\nfor x in a: s.replace('a', 'b')"),
    "a copy of a dict": (4, "d = {x: x for x in a}\nfor x in a: dict(d)"),
    "updates of a dict": (4, "d = {x: x for x in a}\nfor x in a: {**d}"),
    "values of a dict": (4, "d = {x: x for x in a}\nfor x in a: -x - 1 in d.values()"),
    "set differences": (4, "s = set(a)\nfor x in a: s - {x}"),
    "min in a loop": (4, "for x in a: min(a)"),
    "sorted in a loop": (4, "for x in a: sorted(range(n))"),
    "heapify in a loop": (4, "import heapq\nfor x in a: heapq.heapify(a)"),
    "insort, which moves": (4, "import bisect\nb = []\nfor x in range(n): bisect.insort(b, -x)"),
    "long numbers": (4, "p = 1\nfor x in range(n * 40): p = p * 7 + 1"),
    "long numbers, in place": (4, "p = 1\nfor x in range(n * 40): p *= 7"),
    "a list in a class": (4, "class L(list): pass\nb = L(a)\nfor x in a: -x - 1 in b"),
    "super": (4, "class L(list):\n    def pop(self, i): return super().pop(i)\nb = L(a)\nwhile b: b.pop(0)"),
    "zip of columns": (4, "m = [a] * n\nlist(map(sum, zip(*m)))"),
    "arguments with a star": (4, "def g(*xs): return xs\nfor x in a: g(*a)"),
    "getattr": (4, "for x in a: getattr(a, 'count')(x)"),
    # Beyond.
    "three loops": (8, "for x in a:\n    for y in a:\n        for z in a: pass"),
    "a search in two loops": (8, "for x in a:\n    for y in a: -1 in a"),
}


@pytest.mark.parametrize("what", GROWTH)
def test_work_grows_as_it_should(what: str) -> None:
    ratio, body = GROWTH[what]
    text = "def f(a):\n    n = len(a)\n" + textwrap.indent(body, "    ") + "\n"
    size = 48 if ratio == 8 else 1600 if ratio == 4 else 2000

    def values(n: int) -> list[int]:
        return [i * 7919 % n for i in range(n)]

    small, large = work(text, values(size)), work(text, values(2 * size))
    if ratio == 2:
        assert 1.9 <= large / small <= 2.3
    else:
        assert 0.75 * ratio <= large / small <= 1.1 * ratio


def test_recursion_is_counted() -> None:
    text = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\n"
    assert work(text, 16) / work(text, 14) == pytest.approx(1.618**2, rel=0.01)


def test_logarithmic_work_stays_small() -> None:
    text = "import bisect\ndef f(a, x):\n    return bisect.bisect_left(a, x)\n"
    assert work(text, list(range(2**14)), 3) - work(text, list(range(2**10)), 3) == 4


@pytest.mark.parametrize("text", ["x = sum(range(9999))", "class C:\n    x = sum(range(9999))", "def f(x=sum(range(9999))): ..."])
def test_work_while_loading_is_counted(text: str) -> None:
    assert load(text)[1].work > 4999


# ---------------------------------------------------------------------------------------------------- budgets

ENDLESS = {
    "a loop": "while True: pass",
    "a loop in C": "import itertools\nsum(itertools.count())",
    "a loop in C over repetitions": "import itertools\nlist(itertools.repeat(0))",
    "recursion without end": "def g(): return h()\ndef h():\n    while True: g2()\ndef g2(): pass\ng()",
    "a large number": "10 ** 10 ** 9",
    "a long range": "list(range(10 ** 15))",
    "a long text": "'x' * 10 ** 15",
    "catching everything": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
    "catching and going on": (
        "def g():\n    try:\n        while True: pass\n    except BaseException: return 1\n"
        "def h():\n    try: return g()\n    except BaseException: return h2()\ndef h2():\n    while True: pass\nh()"
    ),
    "a context manager that swallows": (
        "class Swallow:\n    def __enter__(self): return self\n    def __exit__(self, *a): return True\n"
        "while True:\n    with Swallow():\n        while True: pass"
    ),
    "contextlib.suppress": "import contextlib\nwhile True:\n    with contextlib.suppress(BaseException):\n        while True: pass",
    "finally": "def g():\n    while True:\n        try: continue\n        finally: pass\ng()",
    "a generator": "def g():\n    while True:\n        try: yield 1\n        except BaseException: pass\nfor x in g(): pass",
    "code made while running": "exec('while True: pass')",
}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # a generator that is closed counts as well
@pytest.mark.parametrize("what", ENDLESS)
def test_nothing_outlasts_its_budget(what: str) -> None:
    meter = Meter(10_000)
    code = meter.compile(ENDLESS[what], "solution.py")
    with pytest.raises(OverBudget):
        exec(code, {"__name__": "solution"})
    assert meter.over


def test_a_budget_is_for_one_start() -> None:
    space, meter = load("def f(n):\n    for i in range(n): pass\n")
    meter.start(100)
    with pytest.raises(OverBudget):
        space["f"](1000)
    assert meter.over
    meter.start(100_000)
    assert (meter.work, meter.over) == (0, False)
    space["f"](1000)
    assert 1000 <= meter.work < 10_000


def test_who_catches_the_end_of_the_budget_is_over_it_still() -> None:
    space, meter = load("def f():\n    try:\n        while True: pass\n    except BaseException: return 'right'\n")
    meter.start(1000)
    with pytest.raises(OverBudget):
        space["f"]()
    assert meter.over


# ---------------------------------------------------------------------------------------------------- refusals

REFUSED = {
    "constants of code": "def f(): pass\nf.__code__.co_consts",
    "cells of a closure": "def f(): pass\nf.__closure__",
    "frames": "import sys\nsys._getframe()",
    "frames of a generator": "g = (x for x in [])\ng.gi_frame",
    "the garbage collector": "import gc",
    "memory": "import ctypes",
    "the meter itself": "from codearena.sandbox.inside.meter import account",
    "a name out of a module": "from sys import settrace",
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_program_that_reaches_for_the_count_is_refused(what: str) -> None:
    with pytest.raises(MeterError, match="cannot be measured"):
        Meter().compile(REFUSED[what], "solution.py")


@pytest.mark.parametrize(
    "text",
    [
        "getattr(len, '__se' + 'lf__')",
        "__import__('g' + 'c')",
        "eval('f.__co' + 'de__')",
        "import importlib\nimportlib.import_module('g' + 'c')",
    ],
)
def test_a_program_that_hides_what_it_reaches_for_is_refused_when_it_does(text: str) -> None:
    meter = Meter()
    code = meter.compile(text, "solution.py")
    with pytest.raises(MeterError, match="cannot be measured"):
        exec(code, {"__name__": "solution"})
    assert meter.refused


TAMPERING = """
import builtins, functools, operator, types
builtins.len = builtins.sum = builtins.max = builtins.map = lambda *a: 0
builtins.type = builtins.issubclass = types.ModuleType = types.FunctionType = types.GeneratorType = list
del builtins.min, builtins.next
a = [0] * 2000
while a: a.pop(0)
"""


def test_replacing_what_the_library_shares_with_a_program_changes_no_count(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    env = {**os.environ, "PYTHONPATH": str(Path(codearena.__file__).parent.parent)}
    found = []
    for text in (TAMPERING, TAMPERING.replace("builtins.", "types.x")):
        path.write_text(text.replace("del types.xmin, types.xnext", "pass"), encoding="utf-8")
        done = subprocess.run([sys.executable, "-c", PROBE, str(path)], env=env, capture_output=True, text=True, check=False)
        assert done.stdout, done.stderr
        found.append(int(done.stdout))
    assert found[0] == pytest.approx(found[1], rel=0.01)
    assert found[0] > 100_000


def test_what_does_not_compile_fails_as_it_does_plainly() -> None:
    def message(compiling: Callable[[], Any]) -> Any:
        with pytest.raises(SyntaxError) as caught:
            compiling()
        return caught.value.msg, caught.value.lineno

    for text in ("x = (", "return 1", "def f():\n  x = 1\n  nonlocal x\n", "await x", "\0"):
        try:
            compile(text, "solution.py", "exec")
        except SyntaxError:
            assert message(lambda: Meter().compile(text, "solution.py")) == message(lambda: compile(text, "solution.py", "exec"))  # noqa: B023
        except ValueError:
            with pytest.raises(ValueError, match="null"):
                Meter().compile(text, "solution.py")


@pytest.mark.parametrize("what", sorted(PROGRAMS))
def test_what_one_meter_translates_another_counts_alike(what: str) -> None:
    text = textwrap.dedent(PROGRAMS[what])
    counts = []
    for translated in (False, True):
        meter = Meter()
        code = meter.load(Meter().translate(text, "solution.py"), "solution.py") if translated else meter.compile(text, "solution.py")
        module = sys.modules["solution"] = types.ModuleType("solution")
        meter.start(space=vars(module))
        exec(code, vars(module))
        counts.append(meter.work)
    assert counts[0] == counts[1] > 0


def test_every_program_of_the_suite_can_be_metered() -> None:
    paths = [path for kind in ("reference.py", "right/*.py", "wrong/*.py") for path in SUITE.glob(f"*/*/{kind}")]
    assert len(paths) > 50
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if "import sqlite3" in text:  # whose work nobody could count
            with pytest.raises(MeterError, match="sqlite3"):
                Meter().compile(text, "solution.py")
        else:
            Meter().compile(text, "solution.py")
