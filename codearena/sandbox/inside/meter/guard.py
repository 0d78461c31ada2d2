"""What the interpreter itself tells when a program reaches for its own code or frames, or runs code that does not count.

Names in a program say little: there are many ways to read an attribute, and many functions of the library that run a text.
All of them end at few places in the interpreter, which report to audit hooks; and a hook that raises prevents what it is told.
"""

from __future__ import annotations

import os
import sys
from _thread import get_ident
from types import FrameType
from typing import Any

from codearena.sandbox.inside.meter.account import Account
from codearena.sandbox.inside.meter.private import keep

keep(globals())

_FORBIDDEN = (
    "sys._current_frames sys._current_exceptions sys.settrace sys.setprofile sys.monitoring.register_callback sys.addaudithook "
    "gc.get_objects gc.get_referents gc.get_referrers ctypes.dlopen ctypes.dlsym cpython.PyInterpreterState_New"
).split()
_MEMBERS = frozenset("__code__ tb_frame f_code gi_code gi_frame cr_code cr_frame ag_code ag_frame".split())
_MAKING = frozenset(("function.__new__", "code.__new__"))
_FRAMES = frozenset(("sys._getframe", "sys._getframemodulename"))
_WATCHED = frozenset((*_FORBIDDEN, *_MAKING, *_FRAMES, "exec", "object.__getattr__"))

_LIBRARY = os.path.dirname(os.__file__) + os.sep
_PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))) + os.sep
_WRITERS = frozenset(("collections/__init__.py", "dataclasses.py"))
"""Modules that run code which they write themselves."""
_OURS = frozenset("evaluate execute measure exec_module is_own_function is_rewritten drawn delegated _filled _failure _names".split())
"""Functions of this package that look at code and frames, or run it. All others may be calling on a program's behalf."""
_READERS = {
    "inspect.py": frozenset(("_signature_from_function", "_has_code_flag", "_signature_from_callable")),
    "traceback.py": frozenset(("_walk_tb_with_full_positions", "_extract_from_extended_frame_gen", "extended_frame_gen")),
    "types.py": frozenset(("coroutine",)),
    "asyncio/coroutines.py": frozenset(("_format_coroutine", "get_name", "is_running")),
    "logging/__init__.py": frozenset(("findCaller", "_is_internal_frame")),
}
"""Functions that read code and frames and hand none of them on."""
_HANDED_ON = frozenset("tb_frame gi_frame cr_frame ag_frame".split())
"""What asyncio reads to give it away, as the stack of a task."""


def guard(account: Account) -> None:
    """From now on, and for good, deny this process what would reach the count or go past it."""
    judging: set[int] = set()  # threads in the hook, which itself looks at a frame

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event not in _WATCHED or (event == "object.__getattr__" and args[1] not in _MEMBERS):
            return
        thread = get_ident()
        if thread in judging:
            return
        judging.add(thread)
        try:
            allowed = _is_allowed(event, args, sys._getframe(1), account)
        finally:
            judging.discard(thread)
        if not allowed:
            what = args[1] if event == "object.__getattr__" else event
            raise account.refuse(f"{what} reaches into the interpreter and cannot be measured")

    sys.addaudithook(hook)


def _is_allowed(event: str, args: tuple[Any, ...], frame: FrameType, account: Account) -> bool:
    """Whether the innermost Python function, which C code works for, may do this."""
    file, name = frame.f_code.co_filename, frame.f_code.co_name
    if file in account.own:
        return False
    if file.startswith(_PACKAGE):
        return name in _OURS
    module = file.removeprefix(_LIBRARY)
    if event == "exec":
        ran = args[0].co_filename
        imports = file.startswith("<frozen importlib") and (_is_library(ran) or ran in account.own)
        return imports or (module in _WRITERS and ran == "<string>")
    if event == "object.__getattr__":
        known = name in _READERS.get(module, ()) or (name == "<module>" and _is_library(file))
        return known or (module.startswith("asyncio/") and args[1] not in _HANDED_ON)
    if event in _FRAMES:
        handed = module == "inspect.py" or name == "walk_stack"
        if name in ("currentframe", "<lambda>"):
            handed = handed or frame.f_back is None or not _is_library(frame.f_back.f_code.co_filename)
        return _is_library(file) and not handed
    return event in _MAKING and _is_library(file)


def _is_library(file: str) -> bool:
    return file.startswith((_LIBRARY, "<frozen "))
