"""Exception types that both sides of the pipe know by name, so that ``raises(ValueError)`` means what it says.

A fixed list: names from a submission are looked up here and nowhere else. Control exceptions of test frameworks are not
in it, so a submission that raises one raises an ordinary error as far as the tests are concerned.
"""

from __future__ import annotations

import builtins
import importlib
import sys
from contextlib import suppress

_MODULES = (
    "array asyncio binascii concurrent.futures configparser copy csv dataclasses decimal enum inspect json pickle queue "
    "re shutil sqlite3 statistics struct subprocess threading zlib zoneinfo"
).split()

BY_NAME: dict[str, type[BaseException]] = {
    name: value
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException) and value not in (KeyboardInterrupt, GeneratorExit)
    if not issubclass(value, BaseExceptionGroup)  # made of exceptions, which cannot be rebuilt from plain arguments
}
"""Built-in exceptions by name; those of the standard library join as their modules are loaded."""


def name_of(kind: type) -> str | None:
    """Return the name under which both sides know ``kind``, or None."""
    if BY_NAME.get(kind.__name__) is kind:
        return kind.__name__
    module = kind.__module__
    if module.partition(".")[0] not in _ROOTS:
        return None
    return f"{module}:{kind.__qualname__}" if find(f"{module}:{kind.__qualname__}") is kind else None


def find(name: str) -> type[BaseException] | None:
    """Return the exception type known as ``name``, from modules already loaded, or None. Never imports."""
    known = BY_NAME.get(name)
    if known is not None:
        return known
    module, _, attribute = name.partition(":")
    if module.partition(".")[0] not in _ROOTS:
        return None
    found = getattr(sys.modules.get(module), attribute, None)
    if isinstance(found, type) and issubclass(found, BaseException):
        return found
    return None


def preload() -> None:
    """Import every module of the list, so that `find` knows its exceptions whatever a submission uses."""
    for module in _MODULES:
        with suppress(ImportError):  # not every build of Python has them all
            importlib.import_module(module)


_ROOTS = frozenset(module.partition(".")[0] for module in _MODULES)
