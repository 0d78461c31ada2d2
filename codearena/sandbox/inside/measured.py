"""Counting in W: the submission compiled so that it counts, called once in a fresh namespace for each input."""

from __future__ import annotations

import gc
import linecache
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from codearena.sandbox.codec import Parcels
from codearena.sandbox.inside.meter import Meter, OverBudget
from codearena.sandbox.inside.meter.holding import closed
from codearena.sandbox.inside.meter.private import keep

keep(globals())

Serve = Callable[[Sequence[tuple[str, str]], Callable[[str, str], types.CodeType]], Callable[[], None]]


class Measured:
    """A submission that says how much it works. What it says is evidence, not proof: it counts in its own process."""

    def __init__(self, meter: Meter, files: Sequence[tuple[str, str]], translated: Mapping[str, bytes], serve: Serve) -> None:
        """Compile ``files``, the first of which is the main one; ``serve`` lets the others be imported, and forgets them again.

        Those in ``translated``, by name, are loaded from what `Meter.translate` made of them.
        """
        gc.disable()  # the budget bounds what can be left behind
        self._meter, self._translated = meter, translated
        self._facts = meter.survey(files) if len(translated) < len(files) else None
        (self._name, text), *others = files
        linecache.cache[self._name] = (len(text), None, text.splitlines(keepends=True), self._name)
        self._code = self._compiled(text, self._name)
        self._parcels = Parcels()
        # Who serves them can be seen by the program, and what executes them can be replaced by it.
        self._forget = serve(others, closed(lambda text, name: meter.enclosed(self._compiled(text, name), name)))
        self._meter.guard()

    def _compiled(self, text: str, name: str) -> types.CodeType:
        translation = self._translated.get(name)
        return self._meter.compile(text, name, self._facts) if translation is None else self._meter.load(translation, name)

    def measure(self, entry: str, packed: bytes, budget: int, *, look: bool) -> tuple[int, bytes, bytes]:
        """Run the program from its first line and call ``entry`` with packed arguments.

        Returns its work, its result, and, for a closer ``look``, the arguments as it left them; both packed.

        The work is -1 when it exceeds ``budget``. Raises what the program raises, and `Malformed` for a result that is not
        plain: what were computed when it is looked at would not be counted.
        """
        arguments: tuple[Any, ...] = self._parcels.unpack(packed)
        module = types.ModuleType("solution")
        module.__file__ = self._name
        self._forget()
        sys.modules["solution"] = module
        self._meter.start(budget, module.__dict__)
        try:
            exec(self._code, module.__dict__)
            result = self._parcels.pack(getattr(module, entry)(*arguments))
        except OverBudget:
            return -1, b"", b""
        if self._meter.refused:
            raise RuntimeError(self._meter.refused)
        if self._meter.over:
            return -1, b"", b""
        return self._meter.work, result, self._parcels.pack(arguments) if look else b""


_SAMPLE = """
from collections import Counter


def sample(items, *, start=0):
    seen, table = set(), {}
    for index, item in enumerate(sorted(items), start):
        if item not in seen and index % 3 != 1:
            table[item] = [part for part in str(item).split(",") if part]
            seen.add(item)
        while len(table) > 9:
            table.popitem()
    return Counter(len(parts) for parts in table.values()), max(seen, default=None), f"{items[:2]}"
"""


def warm_meter() -> Meter:
    """Return a meter, of which what is forked from this process finds the code ready and need not write to it."""
    meter, space = Meter(), dict[str, Any]()
    code = meter.compile(_SAMPLE, "sample.py")
    for _ in range(9):
        meter.start(None, space)
        exec(code, space)
        Parcels().pack(space["sample"]([*range(50), 3])[1:])
    return Meter()
