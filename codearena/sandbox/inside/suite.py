"""The tests of one task in O: collected once, then run against one submission after another."""

from __future__ import annotations

import copy
import io
import os
import random
import sys
import types
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from typing import Any

from codearena.sandbox import pipe
from codearena.sandbox.inside.proxy import Candidate
from codearena.sandbox.pipe import Gone

_LOG_LIMIT = 4000
_SCALARS = (int, float, complex, str, bytes, bool, type(None), type(...), range)
_PLAIN_CONTAINERS = (list, dict, set, tuple, frozenset)


class TooEarly(Exception):
    """A test file used the submission while it was being imported, before there is one."""


class Late:
    """What ``from solution import name`` yields before there is a submission; replaced for each one."""

    def __init__(self, module: Solution, name: str) -> None:
        self.module, self.name = module, name
        self.__name__ = name  # from which pytest makes the id of a parameter

    def resolve(self) -> Any:
        """Return the submission's object of this name; raises `ImportError` as the statement would have."""
        try:
            return getattr(self.module, self.name)
        except AttributeError:
            raise ImportError(f"cannot import name {self.name!r} from 'solution'") from None

    def _used(self, *args: Any, **kwargs: Any) -> Any:
        raise TooEarly(self.name)

    __call__ = __iter__ = __len__ = __getitem__ = __mro_entries__ = __contains__ = __enter__ = __bool__ = _used
    __add__ = __sub__ = __mul__ = __lt__ = __gt__ = __le__ = __ge__ = __eq__ = __ne__ = __str__ = __format__ = _used
    __hash__ = object.__hash__

    def __getattr__(self, name: str) -> Any:
        # pytest asks objects for private and special names; only public ones are a use.
        if name.startswith("_"):
            raise AttributeError(name)
        raise TooEarly(self.name)


class Solution(types.ModuleType):
    """The module ``solution`` as tests see it."""

    def __init__(self) -> None:
        super().__init__("solution")
        self.__dict__["_candidate"] = None
        self.__dict__["_originals"] = {}

    def attach(self, candidate: Candidate | None) -> None:
        """Stand for another submission, or for none."""
        self.__dict__["_candidate"] = candidate
        self.__dict__["_originals"].clear()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if self._candidate is None:
            return Late(self, name)
        return self._candidate.get(0, name)

    def __setattr__(self, name: str, value: Any) -> None:
        if self._candidate is None:
            raise TooEarly(name)
        with suppress(Gone):  # or a patcher could not go on to undo its other patches; the test has failed anyway
            if name not in self._originals:
                with suppress(AttributeError):
                    self._originals[name] = self._candidate.get(0, name)
            self._candidate.ask(pipe.SET, 0, name, value)

    def __delattr__(self, name: str) -> None:
        # Patchers that found no entry in __dict__ undo with delattr: give back what they replaced.
        with suppress(Gone):
            if name in self._originals:
                self._candidate.ask(pipe.SET, 0, name, self._originals.pop(name))
            else:
                self._candidate.ask(pipe.DELETE, 0, name)


@dataclass(slots=True)
class Outcome:
    """What one test did."""

    id: str
    passed: bool
    skipped: bool = False
    reason: str = ""
    log: str = ""
    line: int | None = None
    ended: bool = True
    """Whether the submission returned or raised as the test could expect: it neither crashed nor ran out of anything."""
    operators: tuple[str, ...] = ()
    work: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for the wire."""
        return {name: getattr(self, name) for name in self.__slots__}


class Suite:
    """Collected pytest items, and what must be renewed before each submission."""

    def __init__(self, folder: str, scratch: str) -> None:
        self._folder = folder
        self._config, self._session = _pytest_session(folder, scratch)
        self.solution = Solution()
        sys.modules["solution"] = self.solution
        self.items: list[Any] = []
        self.errors: list[str] = []
        """Why a file could not be collected."""
        self._modules: list[types.ModuleType] = []
        self._pristine: list[tuple[types.ModuleType, str, Any]] = []

    def collect(self) -> None:
        """Import the test files and find their tests; what fails is in `errors`."""
        failures = _CollectionFailures()
        self._config.pluginmanager.register(failures)
        try:
            found = self._session.perform_collect([os.path.join(self._folder, name) for name in self.files()])
        except self._session.Failed:
            found = []
        finally:
            self._config.pluginmanager.unregister(failures)
        self.items = list(found)
        self.errors = failures.reasons
        self._modules = list({id(i.module): i.module for i in self.items}.values())
        self._remember()

    def files(self) -> list[str]:
        """Return the names of the files that hold tests."""
        return sorted(n for n in os.listdir(self._folder) if n.startswith("test_") and n.endswith(".py"))

    def _remember(self) -> None:
        for module in self._modules:
            for name, value in vars(module).items():
                if type(value) is Late or (not _is_immutable(value) and _is_plain(value)):
                    self._pristine.append((module, name, value))

    def visible(self, item: Any) -> bool:
        """Whether a solver may see this test."""
        return os.path.basename(str(item.path)).startswith("test_visible") or item.get_closest_marker("visible") is not None

    def wanted(self) -> tuple[str, ...]:
        """Names that test files import from the submission."""
        return tuple(sorted({value.name for _, _, value in self._pristine if type(value) is Late}))

    def is_stateless(self) -> bool:
        """Whether nothing a run does can reach the next one, as far as looking at the modules can tell.

        Module-level containers of plain values are renewed for each run; any other object that could keep something,
        such as a list that is a default argument or an attribute of a class, makes the suite stateful, and it then gets
        a fresh process for each submission.
        """
        if any(_broad_fixtures(item) for item in self.items) or _has_conftest(self._folder):
            return False
        return all(
            self.keeps_nothing(value, module.__name__)
            for module in self._modules
            for name, value in vars(module).items()
            if not (name.startswith("__") and name.endswith("__")) and not name.startswith("@")
        ) and not any(_keeps_state(module) for module in self._modules)

    def keeps_nothing(self, value: Any, module: str) -> bool:
        """Whether a module-level value keeps nothing from one run to the next, or is renewed."""
        return _is_stateless_value(value, module)

    # ------------------------------------------------------------------------------------------------ running

    def bind(self, candidate: Candidate, present: dict[str, Any]) -> None:
        """Give the test modules fresh containers and the names of this submission."""
        random.seed(0)
        self._config._tmp_path_factory._basetemp = None
        for module, name, value in self._pristine:
            if type(value) is Late:
                setattr(module, name, present.get(value.name, value))
            else:
                setattr(module, name, copy.deepcopy(value))

    def lacking(self, item: Any) -> str:
        """Return why the item's file could not have been imported with this submission, or an empty string."""
        for module, name, value in self._pristine:
            if module is item.module and type(value) is Late and getattr(module, name) is value:
                return f"ImportError: cannot import name {value.name!r} from 'solution'"
        return ""

    def run(self, order: Sequence[int], candidate: Candidate, permitted: dict[str, list[str]] | None) -> Iterator[Outcome]:
        """Run the items with these indices, in this order. ``permitted`` names the operators each test may forward."""
        self._tear_down()
        items = [self.items[index] for index in order]
        for place, item in enumerate(items):
            candidate.permitted = None if permitted is None else frozenset(permitted.get(item.nodeid, ()))
            candidate.operators.clear()
            candidate.swallowed = None
            lacking = self.lacking(item)
            nothing = Outcome(item.nodeid, passed=False, ended=False, reason=lacking)
            outcome = nothing if lacking else self.run_item(item, items[place + 1 :])
            if outcome.passed and candidate.lost is not None:  # a test that swallowed the end of the submission
                outcome = Outcome(item.nodeid, passed=False, ended=False, reason=str(candidate.lost))
            elif outcome.passed and candidate.swallowed is not None and not candidate.may("swallow"):
                outcome = self.failed(item, candidate.swallowed)
            outcome.operators = tuple(sorted(candidate.operators))
            yield outcome

    def _tear_down(self) -> None:
        """Forget what an earlier run, ended in the middle, left set up; its fixtures' submission is gone."""
        self._session._setupstate.stack.clear()

    def run_item(self, item: Any, rest: Sequence[Any]) -> Outcome:
        """Run one item, of which ``rest`` follow."""
        sink = io.StringIO()
        with redirect_stdout(sink), redirect_stderr(sink):
            if _is_direct(item):
                error = run_directly(item)
            else:
                # Tests called directly never pass through the protocol, so they cannot be what it prepares for.
                error = _run_by_protocol(item, next((each for each in rest if not _is_direct(each) and not self.lacking(each)), None))
        if error is None:
            return Outcome(item.nodeid, passed=True)
        return self.failed(item, error)

    @staticmethod
    def is_direct(item: Any) -> bool:
        """Whether the item uses no fixture but its parameters, and can be called without pytest's protocol."""
        return _is_direct(item)

    @staticmethod
    def failed(item: Any, error: BaseException) -> Outcome:
        """Return the outcome of an item that raised ``error``."""
        lines = getattr(error, "submission_lines", ())
        return Outcome(
            item.nodeid,
            passed=False,
            skipped=isinstance(error, _skips()),
            reason=_one_line(error),
            log=_log(error, str(item.path), lines),
            line=next((n for n, _ in reversed(lines) if type(n) is int), None),
            ended=not lines and isinstance(error, _verdicts()),
        )


def run_directly(item: Any) -> BaseException | None:
    """Call a test that uses no fixture but its parameters, and return what it raises; None when it passes.

    Pytest's own protocol costs ten times as much.
    """
    function = item.obj
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    try:
        function(**{name: _fresh(value) for name, value in parameters.items()})
    except BaseException as error:  # the boundary around a test: whatever it raises is its outcome
        return error
    return None


def _run_by_protocol(item: Any, following: Any) -> BaseException | None:
    from _pytest.runner import runtestprotocol

    if hasattr(item, "callspec"):
        original = dict(item.callspec.params)
        item.callspec.params.update({name: _fresh(value) for name, value in original.items()})
    item._initrequest()
    keeper = item.config._codearena_errors
    keeper.error = None
    try:
        for report in runtestprotocol(item, log=False, nextitem=following):
            if report.outcome == "skipped":  # an expected failure too
                return _skips()[0](report.longreprtext)
            if report.failed:
                return keeper.error or AssertionError(report.longreprtext)
    except BaseException as error:  # KeyboardInterrupt and pytest.exit pass through the protocol
        return error
    finally:
        if hasattr(item, "callspec"):
            item.callspec.params.update(original)
    return None


def _fresh(value: Any) -> Any:
    """Return a parameter as if its test file had just been imported for this submission."""
    if type(value) is Late:
        return value.resolve()
    if isinstance(value, _SCALARS):
        return value
    if type(value) in (list, tuple, dict, set, frozenset):
        if type(value) is dict:
            return {_fresh(k): _fresh(v) for k, v in value.items()}
        return type(value)(_fresh(each) for each in value)
    return value if isinstance(value, type | types.FunctionType) else copy.deepcopy(value)


def _is_direct(item: Any) -> bool:
    direct = getattr(item, "_codearena_direct", None)
    if direct is None:
        parameters = set(item.callspec.params) if hasattr(item, "callspec") else set()
        needed = set(item._fixtureinfo.names_closure) - {"request"}
        marks = {mark.name for mark in item.iter_markers()} - {"parametrize", "visible"}
        simple = type(item.obj) in (types.FunctionType, types.MethodType) and not _is_async(item.obj)
        indirect = any(name in item._fixtureinfo.name2fixturedefs and not _is_pseudo(item, name) for name in parameters)
        direct = simple and needed <= parameters and not marks and not indirect and item.cls is None
        item._codearena_direct = direct
    return bool(direct)


def _is_pseudo(item: Any, name: str) -> bool:
    """Whether pytest made a fixture of a parameter by itself, as it does for direct parametrization."""
    return all(
        type(each).__name__ == "PseudoFixtureDef" or each.baseid == "" or each.func.__module__.startswith("_pytest")
        for each in item._fixtureinfo.name2fixturedefs[name]
    )


def _is_async(function: Any) -> bool:
    return bool(function.__code__.co_flags & 0x180)


# ---------------------------------------------------------------------------------------------------- state


def _is_stateless_value(value: Any, module: str) -> bool:
    """Whether a module-level value keeps nothing, or is renewed."""
    if type(value) is Late or isinstance(value, types.ModuleType) or _is_plain(value):
        return True
    if isinstance(value, types.FunctionType):
        defaults = [*(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
        return not value.__closure__ and not value.__dict__.keys() - {"pytestmark"} and all(map(_is_immutable, defaults))
    if isinstance(value, type):
        if value.__module__ != module:
            return True
        own = (v for n, v in vars(value).items() if not n.startswith("__") and n != "pytestmark")
        return all(_is_immutable(each) or (isinstance(each, types.FunctionType) and _is_stateless_value(each, module)) for each in own)
    # A fixture's scope is looked at with the items.
    return type(value).__name__ in ("FixtureFunctionDefinition", "MarkDecorator", "builtin_function_or_method", "_Feature")


def _is_immutable(value: Any) -> bool:
    return isinstance(value, _SCALARS) or (type(value) in (tuple, frozenset) and all(map(_is_immutable, value)))


def _is_plain(value: Any) -> bool:
    if type(value) is dict:
        return all(_is_plain(k) and _is_plain(v) for k, v in value.items())
    return isinstance(value, _SCALARS) or (type(value) in _PLAIN_CONTAINERS and all(map(_is_plain, value)))


def _keeps_state(module: types.ModuleType) -> bool:
    """Whether the text assigns to something that outlives a test: globals, or attributes of module-level names."""
    import ast

    with open(str(module.__file__), encoding="utf-8") as file:
        tree = ast.parse(file.read())
    names = set(vars(module))
    for node in ast.walk(tree):
        if isinstance(node, ast.Global | ast.Nonlocal):
            return True
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id in names - {"solution"}:
                return True
    return False


def _broad_fixtures(item: Any) -> bool:
    definitions = (d for ds in item._fixtureinfo.name2fixturedefs.values() for d in ds)
    return any(d.scope != "function" and d.baseid for d in definitions)


def _has_conftest(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, "conftest.py"))


# ---------------------------------------------------------------------------------------------------- pytest


class _CollectionFailures:
    def __init__(self) -> None:
        self.reasons: list[str] = []

    def pytest_collectreport(self, report: Any) -> None:
        if report.failed:
            last = [line for line in str(report.longrepr).splitlines() if line.strip()]
            self.reasons.append(f"{report.nodeid}: {last[-1].removeprefix('E').strip() if last else 'cannot be collected'}")


class _Errors:
    """Keeps the exception of a test that pytest's protocol runs."""

    error: BaseException | None = None

    def pytest_exception_interact(self, call: Any) -> None:
        if self.error is None:
            self.error = call.excinfo.value


def _skips() -> tuple[type[BaseException], ...]:
    """Return the exceptions by which a test says that it does not count."""
    import unittest

    import pytest

    return (pytest.skip.Exception, unittest.SkipTest)


def _verdicts() -> tuple[type[BaseException], ...]:
    """Return the exceptions by which a test says that an answer is wrong."""
    import pytest

    return (AssertionError, pytest.fail.Exception)


def _pytest_session(folder: str, scratch: str) -> tuple[Any, Any]:
    from _pytest.config import get_config
    from _pytest.main import Session

    sys.dont_write_bytecode = True
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    off = "cacheprovider terminal faulthandler doctest logging pastebin junitxml stepwise setuponly setupplan debugging"
    arguments = [
        "-c",
        os.devnull,
        "--rootdir",
        folder,
        "--confcutdir",
        folder,
        "--capture=no",
        "--tb=native",
        "-o",
        "python_files=test_*.py properties.py",
        "--basetemp",
        os.path.join(scratch, "pytest"),
    ]
    for plugin in off.split():
        arguments += ["-p", f"no:{plugin}"]
    config = get_config([], [])
    config = config.pluginmanager.hook.pytest_cmdline_parse(pluginmanager=config.pluginmanager, args=arguments)
    config._do_configure()
    config.addinivalue_line("markers", "visible: a solver may see this test")
    config._codearena_errors = _Errors()
    config.pluginmanager.register(config._codearena_errors)
    session = Session.from_config(config)
    config.hook.pytest_sessionstart(session=session)
    return config, session


def _one_line(error: BaseException) -> str:
    if isinstance(error, Gone):
        return str(error)
    text = next((line for line in _text(error).splitlines() if line.strip()), "")
    label = type(error).__name__
    return f"{label}: {text}"[:500] if text else label


def _log(error: BaseException, test_file: str, lines: Sequence[Any]) -> str:
    """Return the place in the test, the statement there, the message, and the lines of the submission."""
    import linecache

    place = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == test_file:
            place = trace
        trace = trace.tb_next
    parts = []
    if place is not None:
        parts.append(f"{os.path.basename(test_file)}:{place.tb_lineno}: in {place.tb_frame.f_code.co_name}")
        parts.append("    " + linecache.getline(test_file, place.tb_lineno).strip())
    parts += [f"solution.py:{number}: in {name}" for number, name in lines[-5:]]
    parts.append(f"{type(error).__name__}: {_text(error)}")
    return "\n".join(parts)[:_LOG_LIMIT]


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception as raised:  # a mirrored exception whose process is gone
        return f"<{type(raised).__name__} while reading the message>"
