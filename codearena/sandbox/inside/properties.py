"""Properties in O: inputs that Hypothesis drew once, replayed against one submission after another.

The engine costs many times what the calls do, and draws the same for everybody. So it runs when the properties are
loaded, against the reference, and what it drew is kept. A submission meets those inputs, simplest first, and what
passes them all meets the live engine for a few more that nobody could have learnt. Properties that cannot be replayed,
such as those that draw interactively, always meet the engine.
"""

from __future__ import annotations

import copy
import functools
import os
import re
import sys
import types
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import Any

from codearena.sandbox.codec import Malformed, Parcels
from codearena.sandbox.inside.proxy import Candidate
from codearena.sandbox.inside.suite import Late, Outcome, Suite, run_directly

MAX_EXAMPLES = 200
"""Inputs drawn for one property, whatever its own settings ask for."""
LIVE_EXAMPLES = 5
"""Further inputs, drawn while it runs, for a submission that has passed those drawn before."""
ONE_BY_ONE = 4
"""Inputs, the simplest, that are tried one by one before the calls for all others are sent ahead."""
SHRINK_CALLS = 500
"""How often a property is tried in the search for its smallest counterexample."""

Arguments = tuple[tuple[Any, ...], dict[str, Any]]
Refutation = tuple[Arguments, BaseException]


@dataclass(slots=True, kw_only=True)
class _Example:
    """Arguments that were drawn, and the calls that the property then made of the reference."""

    arguments: Arguments
    calls: tuple[tuple[str, bytes], ...] | None
    """Name and packed arguments of each; None where they cannot be told ahead."""


class _Enough(BaseException):
    """Ends the engine: the search has cost what it may."""


class _Astray(BaseException):
    """Ends an example whose calls are not those that were told ahead."""


class _Local:
    """The reference in the place of a submission, in this process: good for drawing inputs, never for a verdict."""

    def __init__(self, module: types.ModuleType) -> None:
        self._module = module
        self._parcels = Parcels()
        self.calls: list[tuple[str, bytes]] | None = []
        """The calls since this was last set; None once one of them cannot be told ahead."""
        self.only_functions = True
        """Whether nothing but functions was asked for."""

    def get(self, handle: int, name: str) -> Any:
        """Return the reference's object of this name; a function of it notes its calls."""
        found = getattr(self._module, name)
        if not isinstance(found, types.FunctionType):
            self.only_functions = False
            return found

        @functools.wraps(found)
        def noting(*args: Any, **kwargs: Any) -> Any:
            try:
                packed = self._parcels.pack((args, kwargs))
            except Malformed:
                self.calls = None
            if self.calls is not None:
                self.calls.append((name, packed))
            return found(*args, **kwargs)

        return noting


class _Foretold:
    """A submission in the place of itself: answers the calls of one example with results that have come ahead."""

    def __init__(self, candidate: Candidate) -> None:
        self._candidate = candidate
        self._parcels = Parcels()
        self._expected: Iterator[tuple[tuple[str, bytes], bytes | None]] | None = None
        self.astray = False
        """Whether the property made another call than those told ahead."""

    def begin(self, calls: Sequence[tuple[str, bytes]], results: Sequence[bytes | None]) -> None:
        """Expect these calls, and answer them with these results."""
        self._expected, self.astray = zip(calls, results, strict=True), False

    def pass_on(self) -> None:
        """Let the submission answer itself."""
        self._expected = None

    def get(self, handle: int, name: str) -> Any:
        """Return a function that stands for the submission's."""
        return functools.partial(self._answer, name)

    def _answer(self, name: str, *args: Any, **kwargs: Any) -> Any:
        if self._expected is None:
            return self._candidate.get(0, name)(*args, **kwargs)
        expected, result = next(self._expected, (None, b""))
        try:
            if result is not None and expected == (name, self._parcels.pack((args, kwargs))):
                returned, value = self._parcels.unpack(result)
                failure = None if returned else self._candidate.error(value)
            else:
                self.astray = True  # which also tells of it where a property catches everything
        except (Malformed, TypeError, ValueError, LookupError, AttributeError):
            self.astray = True
        if self.astray:
            raise _Astray
        if failure is not None:
            raise failure
        return value


class Properties(Suite):
    """The tests of ``properties.py``."""

    def __init__(self, folder: str, scratch: str, reference: str, seed: int) -> None:
        from hypothesis.configuration import set_hypothesis_home_dir

        super().__init__(folder, scratch)
        set_hypothesis_home_dir(os.path.join(folder, "hypothesis"))
        _draw_alike_everywhere(folder)
        self._seed = seed
        self._reference = types.ModuleType("reference")
        sys.modules["reference"] = self._reference
        exec(compile(reference, "reference.py", "exec", dont_inherit=True), vars(self._reference))
        self._records: dict[str, list[_Example]] = {}
        """What was drawn for each property, simplest first; empty for one that only the engine can run."""

    def files(self) -> list[str]:
        """Return the names of the files that hold tests."""
        return ["properties.py"]

    def collect(self) -> None:
        """Import the properties and draw their inputs; what fails is in `errors`."""
        super().collect()
        local: Any = _Local(self._reference)
        self.solution.attach(local)
        self.bind(local, {name: local.get(0, name) for name in self.wanted() if hasattr(self._reference, name)})
        for item in self.items:
            if _handle(item) is not None:
                self._records[item.nodeid] = self._draw(item, local)
        self.solution.attach(None)
        self.bind(local, {})

    def keeps_nothing(self, value: Any, module: str) -> bool:
        """Whether a module-level value keeps nothing: strategies do not, and of a property its own function decides."""
        from hypothesis.strategies import SearchStrategy

        handle = getattr(value, "hypothesis", None) if isinstance(value, types.FunctionType) else None
        return isinstance(value, SearchStrategy) or super().keeps_nothing(value if handle is None else handle.inner_test, module)

    def _draw(self, item: Any, local: _Local) -> list[_Example]:
        """Run the engine on the reference; return what it drew, if that can be replayed."""
        examples: list[_Example] = []
        self._engine(item, seed=self._seed, examples=MAX_EXAMPLES)
        if not self.is_direct(item):
            return examples

        def note(*args: Any, **kwargs: Any) -> None:
            kept, local.calls = copy.deepcopy((args, kwargs)), []
            test(*args, **kwargs)  # rejects with an exception what the property does not speak of
            foreseen = local.calls is not None and local.only_functions
            examples.append(_Example(arguments=kept, calls=tuple(local.calls or ()) if foreseen else None))

        with self._replaced(_handle(item), note) as test:
            failure = self._quietly(lambda: run_directly(item))
        if failure is not None or self._quietly(lambda: self._refutes(item, examples)) is not None:
            examples.clear()  # it needs the engine around it, or cannot be copied; or the reference is wrong
        self._engine(item, seed=self._seed + 1, examples=LIVE_EXAMPLES if examples else MAX_EXAMPLES)
        return sorted({repr(each.arguments): each for each in examples}.values(), key=lambda each: _simplicity(each.arguments))

    # ------------------------------------------------------------------------------------------------ running

    def bind(self, candidate: Candidate, present: dict[str, Any]) -> None:
        """Give the properties the names of this submission."""
        super().bind(candidate, present)
        self._candidate = candidate

    def run_item(self, item: Any, rest: Sequence[Any]) -> Outcome:
        """Try the kept inputs, then the engine; the outcome names the first input that fails."""
        examples = self._records.get(item.nodeid)
        if examples is None or not self.is_direct(item):
            return super().run_item(item, rest)
        refuted = self._quietly(lambda: self._replay(item, examples))
        return self._live(item) if refuted is None else self._refuted(item, *refuted)

    def _replay(self, item: Any, examples: Sequence[_Example]) -> Refutation | None:
        """Return the first kept arguments that refute the property, with what it raised."""
        # Most of what is wrong fails at once, so the simplest are tried one by one and the rest is told ahead.
        refuted = self._refutes(item, examples[:ONE_BY_ONE])
        if refuted is not None or self._candidate.lost is not None:
            return refuted
        rest = examples[ONE_BY_ONE:]
        results = self._candidate.batch([call for each in rest for call in each.calls or ()])
        if self._candidate.lost is not None:
            return ((), {}), self._candidate.lost
        if results is None:
            return self._refutes(item, rest)
        coming = iter(results)
        stand_in = _Foretold(self._candidate)
        with self._instead(stand_in):
            for example in rest:
                answers = [next(coming) for _ in example.calls or ()]
                error = self._try_ahead(item, example, answers, stand_in)
                if error is not None:
                    return example.arguments, error
        return None

    def _try_ahead(self, item: Any, example: _Example, answers: Sequence[bytes | None], stand_in: _Foretold) -> BaseException | None:
        if example.calls is not None and None not in answers:
            stand_in.begin(example.calls, answers)
            error = self._try(item, example.arguments)
            if not stand_in.astray:
                return error
        stand_in.pass_on()
        return self._try(item, example.arguments)

    @contextmanager
    def _instead(self, stand_in: Any) -> Iterator[None]:
        """Let the properties use ``stand_in`` where they use the submission."""
        held = [(module, name, value.name, getattr(module, name)) for module, name, value in self._pristine if type(value) is Late]
        self.solution.attach(stand_in)
        for module, name, wanted, value in held:
            if type(value) is not Late:
                setattr(module, name, stand_in.get(0, wanted))
        try:
            yield
        finally:
            self.solution.attach(self._candidate)
            for module, name, _, value in held:
                setattr(module, name, value)

    def _refutes(self, item: Any, examples: Sequence[_Example]) -> Refutation | None:
        for example in examples:
            error = self._try(item, example.arguments)
            if error is not None:
                return example.arguments, error
        return None

    @staticmethod
    def _try(item: Any, arguments: Arguments) -> BaseException | None:
        """Return what the property raises for these arguments; None when it holds or does not speak of them."""
        args, kwargs = copy.deepcopy(arguments)
        try:
            _handle(item).inner_test(*args, **kwargs)
        except BaseException as error:  # the boundary around a test: whatever it raises is its outcome
            return None if _is_rejection(error) else error
        return None

    def _live(self, item: Any) -> Outcome:
        """Run the engine; the outcome names the last input that failed, which is the one it stopped at."""
        handle, failed = _handle(item), list[Refutation]()

        def watch(*args: Any, **kwargs: Any) -> None:
            arguments = _copied((args, kwargs))
            try:
                test(*args, **kwargs)
            except Exception as error:
                if not _is_rejection(error):
                    failed.append((arguments, error))
                raise

        with self._replaced(handle, watch) as test:
            error = self._quietly(lambda: run_directly(item))
        if error is None:
            return Outcome(item.nodeid, passed=True)
        return self._refuted(item, *failed[-1]) if failed else self.failed(item, error)

    def shrink(self, candidate: Candidate, failed: Sequence[str], permitted: dict[str, list[str]] | None) -> Iterator[Outcome]:
        """Search for the smallest counterexample to each property called in ``failed``."""
        for item in self.items:
            if item.nodeid not in failed or item.nodeid not in self._records or candidate.lost is not None:
                continue
            candidate.permitted = None if permitted is None else frozenset(permitted.get(item.nodeid, ()))
            smallest = self._smallest(item, candidate)
            if smallest is not None:
                yield self._refuted(item, *smallest)

    def _smallest(self, item: Any, candidate: Candidate) -> Refutation | None:
        handle, best, calls = _handle(item), list[Refutation](), 0

        def watch(*args: Any, **kwargs: Any) -> None:
            nonlocal calls
            calls += 1
            if calls > SHRINK_CALLS or candidate.lost is not None:
                raise _Enough
            arguments = _copied((args, kwargs))
            try:
                test(*args, **kwargs)
            except Exception as error:
                smaller = not best or _simplicity(arguments) < _simplicity(best[0][0])
                if smaller and not _is_rejection(error) and candidate.lost is None:
                    best[:] = [(arguments, error)]
                raise

        self._engine(item, seed=self._seed, examples=MAX_EXAMPLES, shrink=True)
        try:
            with self._replaced(handle, watch) as test:
                self._quietly(lambda: run_directly(item))
        except _Enough:
            pass
        finally:
            self._engine(item, seed=self._seed + 1, examples=LIVE_EXAMPLES if self._records[item.nodeid] else MAX_EXAMPLES)
        return best[0] if best else None

    def _refuted(self, item: Any, arguments: Arguments, error: BaseException) -> Outcome:
        outcome = self.failed(item, error)
        args, kwargs = arguments
        shown = ", ".join(f"{name}={_shown(value)}" for name, value in kwargs.items()) or ", ".join(map(_shown, args))
        outcome.reason = f"with {shown}: {outcome.reason}"[:500]
        outcome.log = f"counterexample: {shown}\n{outcome.log}"
        return outcome

    # ------------------------------------------------------------------------------------------------ the engine

    @staticmethod
    def _engine(item: Any, *, seed: int, examples: int, shrink: bool = False) -> None:
        """Set how the engine runs a property: the same for everybody, from nothing but the seed."""
        from hypothesis import HealthCheck, Phase, settings

        function = getattr(item.obj, "__func__", item.obj)
        own = getattr(function, "_codearena_settings", None) or function._hypothesis_internal_use_settings
        function._codearena_settings = own
        wanted = (Phase.explicit, Phase.generate, *((Phase.shrink,) if shrink else ()))
        function._hypothesis_internal_use_seed = seed
        function._hypothesis_internal_use_settings = settings(
            own,
            max_examples=min(examples, own.max_examples),
            phases=[phase for phase in wanted if phase in own.phases],
            database=None,
            deadline=None,
            derandomize=False,
            print_blob=False,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        )

    @staticmethod
    @contextmanager
    def _replaced(handle: Any, function: Callable[..., None]) -> Iterator[Callable[..., Any]]:
        """Let the engine call ``function`` for a time; yields what it called before."""
        before = handle.inner_test
        handle.inner_test = function
        try:
            yield before
        finally:
            handle.inner_test = before

    @staticmethod
    def _quietly(run: Callable[[], Any]) -> Any:
        sink = StringIO()
        with warnings.catch_warnings(), redirect_stdout(sink), redirect_stderr(sink):
            warnings.simplefilter("ignore")  # of calling a property without the engine, which is what replaying is
            return run()


def _handle(item: Any) -> Any:
    """Return Hypothesis's hold on a property; None for an ordinary test."""
    return getattr(item.obj, "hypothesis", None)


def _is_rejection(error: BaseException) -> bool:
    """Whether the property says by this that it does not speak of an input."""
    from hypothesis.errors import UnsatisfiedAssumption

    return isinstance(error, UnsatisfiedAssumption)


def _copied(arguments: Arguments) -> Arguments:
    """Return arguments as they are now; those that cannot be copied as they are, and as the property leaves them."""
    try:
        return copy.deepcopy(arguments)
    except Exception:  # whatever a strategy makes
        return arguments


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."


_ADDRESS = re.compile(r"\b0x[0-9a-f]+")


def _simplicity(arguments: Arguments) -> tuple[int, str]:
    text = _ADDRESS.sub("0x", repr(arguments))  # which would be another one in each process
    return len(text), text


def _draw_alike_everywhere(folder: str) -> None:
    """Let the engine take constants only from the task's own files.

    It looks for them in every module outside site-packages, so an installed CodeArena and one in a checkout, which is
    not one of them, would draw different inputs.
    """
    from hypothesis.internal.conjecture import providers

    vars(providers)["is_local_module_file"] = lambda path: str(path).startswith(folder)
