"""W, the process of a submission: loads its text and answers the requests of the tests.

Everything here shares a process with hostile code and may be rewritten by it. Nothing here knows a test or an expected
value, and nothing it says is believed to be more than what a submission returned.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import importlib.machinery
import io
import linecache
import os
import resource
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codearena.sandbox import codec, exceptions, pipe
from codearena.sandbox.codec import Malformed
from codearena.sandbox.inside import zygote
from codearena.sandbox.inside.measured import Measured, warm_meter
from codearena.sandbox.inside.meter import Meter
from codearena.sandbox.inside.program import run_program
from codearena.sandbox.isolation.confine import interpreter_paths, limit
from codearena.sandbox.pipe import Gone, Peer

FORWARDED = (
    "__len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __reversed__ __call__ __enter__ __exit__ "
    "__add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __truediv__ __rtruediv__ __floordiv__ __rfloordiv__ __mod__ "
    "__rmod__ __pow__ __rpow__ __matmul__ __rmatmul__ __divmod__ __and__ __rand__ __or__ __ror__ __xor__ __rxor__ "
    "__lshift__ __rshift__ __iadd__ __isub__ __imul__ __ior__ __iand__ __neg__ __pos__ __abs__ __invert__ __int__ "
    "__float__ __complex__ __index__ __bool__ __str__ __repr__ __bytes__ __format__ __hash__ __round__ "
    "__lt__ __le__ __gt__ __ge__ __missing__"
).split()
"""Special methods that a class may announce, and that a proxy then forwards."""

_VALUE_BASES: tuple[Any, ...] = (int, str, float, tuple, bytes, frozenset)
_CONTAINER_BASES: tuple[Any, ...] = (list, set, dict)
_VIEWS: tuple[type, ...] = (types.MappingProxyType, type({}.keys()), type({}.values()), type({}.items()))
_STANDARD = frozenset(("builtins", "abc", "typing"))


class Given:
    """Stands for an object that a test passed: it may be called, and its public attributes used."""

    def __init__(self, worker: Worker, number: int) -> None:
        object.__setattr__(self, "_worker", worker)
        object.__setattr__(self, "_number", number)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._worker.call_back(self._number, "", args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._worker.call_back(self._number, "@get", (name,), {})

    def __setattr__(self, name: str, value: Any) -> None:
        self._worker.call_back(self._number, "@set", (name, value), {})


GIVEN_OPERATORS = (
    "__bool__ __len__ __getitem__ __setitem__ __delitem__ __contains__ __iter__ __next__ __enter__ __exit__ __lt__ __le__ __gt__ "
    "__ge__ __add__ __sub__ __mul__ __str__"
).split()
"""Special methods that a submission may use on what a test passed."""


def _operator(name: str) -> Any:
    def forward(self: Given, *args: Any) -> Any:
        return self._worker.call_back(self._number, name, args, {})

    return forward


for _name in GIVEN_OPERATORS:
    setattr(Given, _name, _operator(_name))


class Output(io.BytesIO):
    """Where a submission's prints go: kept until the next reply, and bounded over the whole grade."""

    left = 0
    """Bytes that may still be written."""

    def write(self, data: Any) -> int:
        self.left -= len(data)
        if self.left < 0:
            os._exit(pipe.EXIT_OUTPUT)
        return super().write(data)

    def drain(self) -> str:
        """Return what was written since the last call, as text."""
        if not self.tell():
            return ""
        text = self.getvalue().decode("utf-8", "replace")
        self.seek(0)
        self.truncate()
        return text


class Worker(Peer):
    """The submission's end of the pipe."""

    first_id = 2

    def __init__(self, meter: Meter) -> None:
        super().__init__()
        self._meter = meter
        self._objects: dict[int, Any] = {}
        self._handle_of: dict[int, int] = {}
        self._described: set[int] = set()
        self._module = types.ModuleType("solution")
        self._parcels = codec.Parcels()
        self.output = Output()
        sys.stdout = io.TextIOWrapper(self.output, encoding="utf-8", errors="backslashreplace", write_through=True)
        sys.stderr = sys.stdout
        vars(sys).update(__stdout__=sys.stdout, __stderr__=sys.stdout)
        sys.stdin = io.StringIO("")

    # ------------------------------------------------------------------------------------------------ handles

    def unneeded(self) -> tuple[int, ...]:
        dropped = []
        for number in list(self._container):
            value = self._container[number]
            if sys.getrefcount(value) <= 3:  # the table, the name here, the argument of getrefcount
                self._forget(number)
                dropped.append(number)
        return tuple(dropped)

    def _handle(self, value: Any) -> int:
        handle = self._handle_of.get(id(value))
        if handle is None:
            handle = len(self._objects) + 1
            self._objects[handle] = value
            self._handle_of[id(value)] = handle
        return handle

    def describe(self, value: Any) -> tuple[Any, ...]:
        kind = type(value)
        if kind is Given:
            return ("yours", object.__getattribute__(value, "_number"))
        if isinstance(value, type):
            return self._describe_type(value)
        for base in _VALUE_BASES:
            if isinstance(value, base):
                plain = base(base.__iter__(value)) if base in (tuple, frozenset) else base(value)
                return ("value", base.__name__, plain, self._handle(value), self._class(kind))
        for base in _CONTAINER_BASES:
            if isinstance(value, base):
                number, new = self.share(value)
                items = codec.content(value) if new else None
                return ("container", base.__name__, items, self._handle(value), self._class(kind), number)
        if kind in _VIEWS:
            return ("view", kind.__name__, dict(value) if kind is types.MappingProxyType else tuple(value))
        if isinstance(value, types.CoroutineType):
            return ("coroutine", self._handle(value))
        if isinstance(value, BaseException):
            return ("error", self._handle(value), self._class(kind), tuple(value.args))
        if _is_function(value):
            name, doc = getattr(value, "__name__", "?"), getattr(value, "__doc__", None)
            return ("function", self._handle(value), str(name), str(doc)[:2000] if doc else None)
        if isinstance(value, types.ModuleType):
            return ("module", self._handle(value), str(value.__name__))
        return ("object", self._handle(value), self._class(kind))

    def _describe_type(self, value: type) -> tuple[Any, ...]:
        if getattr(builtins, value.__name__, None) is value:
            return ("type", value.__name__)
        known = exceptions.name_of(value) if issubclass(value, BaseException) else None
        return ("type", known) if known else ("class", self._class(value))

    def _class(self, kind: type) -> tuple[Any, ...]:
        """Describe a class the first time; afterwards its handle is enough."""
        handle = self._handle(kind)
        if handle in self._described:
            return (handle,)
        self._described.add(handle)
        own = [k for k in kind.__mro__ if k.__module__ not in _STANDARD]
        if kind.__module__ == "solution":
            special = [d for d in FORWARDED if any(vars(k).get(d) is not None for k in own)]
        else:
            special = [d for d in FORWARDED if getattr(kind, d, None) is not getattr(object, d, None)]
        methods = {n for k in own for n, v in vars(k).items() if isinstance(v, types.FunctionType) and not n.startswith("_")}
        raised = _known_errors(kind)
        bases = tuple(self._class(b) for b in kind.__bases__ if b.__module__ == kind.__module__ == "solution")
        compares = any("__eq__" in vars(k) for k in own)
        doc = kind.__doc__
        return (handle, kind.__name__, bases, tuple(special), tuple(sorted(methods)), raised, compares, str(doc)[:2000] if doc else None)

    def resolve(self, description: tuple[Any, ...]) -> Any:
        kind, *rest = description
        if kind == "mine":
            return self._objects[rest[0]]
        if kind == "nothing":
            return None
        if kind == "yours":
            return Given(self, rest[0])
        if kind == "type":
            return getattr(builtins, rest[0], None) or exceptions.find(rest[0])
        if kind == "raise":
            return (exceptions.find(rest[0]) or Exception)(*rest[1])
        raise Malformed(f"an unexpected handle: {kind}")

    # ------------------------------------------------------------------------------------------------ serving

    def call_back(self, number: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Use an object that a test passed; raises what the test's code raises."""
        self.send(pipe.CALLBACK, self.output.drain(), number, name, args, kwargs)
        return self.serve()

    def serve(self) -> Any:
        """Answer requests until the other end is gone, or until the answer to a callback arrives."""
        while True:
            request = self.receive()
            operation = request[0]
            if operation == pipe.RETURN:
                return request[1]
            if operation == pipe.RAISE:
                raise request[1]
            try:
                try:
                    result = self._perform(operation, *request[1:])
                    request = ()  # what it held is not needed any more
                    self.send(pipe.RETURN, self.output.drain(), result)
                except Gone:
                    raise
                except Malformed as error:
                    self.send(pipe.RAISE, self.output.drain(), ("ValueError", (f"unusable result: {error}",), None, "", (), None))
                except BaseException as error:
                    failure = self._failure(error)
                    error.__traceback__ = None
                    self.send(pipe.RAISE, self.output.drain(), failure)
                result = failure = ()
            except Malformed as error:
                self.send(pipe.RAISE, "", ("RuntimeError", (f"unusable exception: {error}",), None, "", (), None))

    def _perform(self, operation: str, *rest: Any) -> Any:
        if operation == pipe.LOAD:
            return self._load(*rest)
        if operation == pipe.BATCH:
            return tuple(self._called(name, packed) for name, packed in rest[0])
        if operation == pipe.METER:
            self._measured = Measured(self._meter, rest[0], dict(rest[1]), _served)
            return None
        if operation == pipe.MEASURE:
            token, entry, packed, budget, look = rest
            return (token, *self._measured.measure(entry, packed, budget, look=look))
        handle, *arguments = rest
        target = self._module if handle == 0 else self._objects[handle]
        if operation == pipe.GET:
            return getattr(target, arguments[0])
        if operation == pipe.SET:
            return setattr(target, arguments[0], arguments[1])
        if operation == pipe.DELETE:
            return delattr(target, arguments[0])
        if operation == pipe.SIGNATURE:
            return _signature(target)
        name, args, kwargs = arguments
        if name == "@await":
            return importlib.import_module("asyncio").run(target)
        if name.startswith("__") and name != "__init__":
            # As the interpreter does it: special methods are looked up on the type.
            method = getattr(type(target), name)
            result = method(target, *args, **kwargs)
            return _NOT_IMPLEMENTED if result is NotImplemented else result
        called: Any = target if name == "" else getattr(target, name)
        return called(*args, **kwargs)

    def _called(self, name: str, packed: bytes) -> bytes | None:
        """Return what a call with packed arguments returned or raised; None where that would not show all that it did."""
        parcels = self._parcels
        args, kwargs = parcels.unpack(packed)
        try:
            outcome: tuple[bool, Any] = (True, getattr(self._module, name)(*args, **kwargs))
        except Exception as error:  # the submission's
            if exceptions.name_of(type(error)) is None:
                return None
            outcome = (False, self._failure(error))
        try:
            changed = parcels.pack((args, kwargs)) != packed
            given = parcels.packed()
            found = parcels.pack(outcome)
        except Malformed:  # not plain: what this means is found out call by call
            return None
        return None if changed or not given.isdisjoint(parcels.packed()) else found

    def _load(self, files: Sequence[tuple[str, str]], wanted: Sequence[str]) -> tuple[Any, ...]:
        """Run the submission's main file; return pairs of name and value for the wanted names that it defines."""
        (name, text), *others = files
        if others:
            _served(others, _compiled)
        module = self._module
        module.__file__ = name
        sys.modules["solution"] = module
        linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
        exec(_compiled(text, name), module.__dict__)
        return tuple((each, getattr(module, each)) for each in wanted if hasattr(module, each))

    def _failure(self, error: BaseException, depth: int = 0) -> tuple[Any, ...]:
        """Describe an exception: known name or None, arguments, the exception itself, text, lines, cause."""
        lines: list[tuple[int, str]] = []
        trace = error.__traceback__
        while trace is not None and len(lines) < 50:
            if trace.tb_frame.f_code.co_filename == "solution.py":
                lines.append((trace.tb_lineno, trace.tb_frame.f_code.co_name))
            trace = trace.tb_next
        if isinstance(error, SyntaxError) and error.filename == "solution.py" and error.lineno:
            lines.append((error.lineno, "<module>"))
        cause = self._failure(error.__cause__, depth + 1) if error.__cause__ is not None and depth < 3 else None
        text = _text(error)
        name = exceptions.name_of(type(error))
        if name is not None:
            args = tuple(a if type(a) in (int, str, float, bool, type(None)) else _text(a) for a in error.args)
            return (name, args, None, text, tuple(lines), cause)
        return (None, (), error, text, tuple(lines), cause)


_NOT_IMPLEMENTED = ("@", "NotImplemented")


def _known_errors(kind: type) -> tuple[str, ...]:
    """Return the names of the nearest exception types that both sides know, of which ``kind`` is one."""
    found: list[type] = []
    for each in kind.__mro__:
        known = issubclass(each, BaseException) and exceptions.name_of(each) is not None
        if known and not any(issubclass(other, each) for other in found):
            found.append(each)
    return tuple(str(exceptions.name_of(each)) for each in found)


class _Files:
    """Imports the further files of a submission from memory: a finder and a loader."""

    def __init__(self, codes: Mapping[str, Callable[[], types.CodeType]]) -> None:
        self._codes = codes

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:
        loader: Any = self
        return importlib.machinery.ModuleSpec(name, loader) if name in self._codes else None

    def create_module(self, spec: Any) -> None:
        return None

    def exec_module(self, module: types.ModuleType) -> None:
        exec(self._codes[module.__name__](), module.__dict__)


def _served(files: Sequence[tuple[str, str]], compiled: Callable[[str, str], types.CodeType]) -> Callable[[], None]:
    """Let the further files of a submission be imported; return a function that forgets what was.

    Only those that analysers look at, and that an import statement can name.
    """
    named = {name.removesuffix(".py"): (text, name) for name, text in files if name.endswith(".py")}
    codes = {module: functools.partial(compiled, *file) for module, file in named.items() if module.isidentifier()}
    if codes:
        sys.meta_path.insert(0, _Files(codes))

    def forget() -> None:
        for name in codes:
            sys.modules.pop(name, None)

    return forget


def _compiled(text: str, name: str) -> types.CodeType:
    return compile(text, name, "exec", dont_inherit=True)


def _is_function(value: Any) -> bool:
    functions = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodWrapperType)
    return isinstance(value, functions) or type(value).__name__ in ("_lru_cache_wrapper", "partial")


def _text(value: object) -> str:
    try:
        return str(value)[:2000]
    except Exception as error:  # the submission's own __str__
        return f"<{type(value).__name__} whose str() raised {type(error).__name__}>"


def _signature(value: Any) -> tuple[Any, ...]:
    import inspect

    simple = (int, str, float, bool, type(None))
    return tuple(
        (p.name, int(p.kind), p.default is not p.empty, p.default if type(p.default) in simple else _text(p.default))
        for p in inspect.signature(value).parameters.values()
    )


# Loaded once by the template, so that no submission pays for importing them.
_WARM = (
    "abc bisect collections.abc contextlib copy dataclasses datetime decimal enum fractions functools heapq itertools json math "
    "numbers operator random re statistics string struct textwrap threading time typing"
).split()


def main(control: int) -> None:
    """Become the template: load, confine once, then fork one process for each submission."""
    for name in _WARM:
        importlib.import_module(name)
    import random

    random.seed(0)  # every submission starts from the same state
    meter = warm_meter()
    # Made before the fork: what a child does not touch, it need not copy.
    run = functools.partial(_run, Worker(meter), _address_space())
    for name in [name for name in sys.modules if name.partition(".")[0] == "codearena"]:
        del sys.modules[name]  # a submission has no use for them
    zygote.serve(control, run, read=interpreter_paths(), write=[os.getcwd()], leaf=True, wait=True)


def _run(worker: Worker, image_bytes: int, request: dict[str, Any], fds: list[int]) -> None:
    """Serve one submission; in the forked process."""
    cpu = request["cpu_seconds"]
    limit(resource.RLIMIT_AS, image_bytes + (request["memory_mb"] << 20))
    limit(resource.RLIMIT_CPU, int(cpu) + 2)  # the supervisor is more exact; this holds should it be gone
    limit(resource.RLIMIT_FSIZE, 16 << 20)
    limit(resource.RLIMIT_NOFILE, 64)
    if request.get("program"):
        run_program(fds, _served, _compiled)
    worker.output.left = request["output_bytes"]
    worker.connect(fds[0])
    try:
        worker.serve()
    except Gone:
        os._exit(0)


def _address_space() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
