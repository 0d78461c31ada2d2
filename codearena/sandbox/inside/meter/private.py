"""What the meter shares with the program that it measures, and would rather not.

Built-in functions and those of modules can be replaced, and whoever replaced one that the meter calls would be given what
counts. So each module of the meter keeps copies, from before there was a program.
"""

from __future__ import annotations

import builtins
from types import ModuleType
from typing import Any


def keep(space: dict[str, Any]) -> None:
    """Let a module, whose namespace is ``space``, keep what it has imported as it is, and its built-in functions."""
    space["__builtins__"] = {**vars(builtins)}
    for name, value in list(space.items()):
        if type(value) is ModuleType and not value.__name__.startswith("codearena."):
            space[name] = copy = ModuleType(value.__name__)
            vars(copy).update(vars(value))
