"""Names by which a program could reach the count of its own work.

Nothing that shares a process with a program is out of its reach for certain. These are the ways that are known, and no
ordinary program takes them.
"""

from __future__ import annotations

import re

from codearena.sandbox.inside.meter.private import keep

keep(globals())

_ATTRIBUTES = frozenset(
    (
        "__code__ __closure__ cell_contents co_consts f_back f_builtins f_code f_globals f_locals gi_code gi_frame cr_code cr_frame "
        "ag_code ag_frame tb_frame _getframe _getframemodulename _current_frames currentframe getclosurevars get_objects get_referents "
        "get_referrers settrace setprofile monitoring __self__ __loader__ __subclasses__ __globals__ __reduce__ __reduce_ex__"
    ).split()
)
_WORD = re.compile(r"\w+")
_MODULES = frozenset(
    "codearena _ctypes _sqlite3 _testcapi _testinternalcapi ctypes dis gc marshal sqlite3 sysconfig _xxsubinterpreters "
    "_interpreters".split()
)


def refused_attribute(name: str) -> bool:
    """Whether an attribute leads into the interpreter."""
    return name in _ATTRIBUTES


def refused_text(text: str) -> str:
    """Return the name in a text that is good for nothing but to look it up; empty where there is none."""
    return next((name for name in _WORD.findall(text) if name in _ATTRIBUTES and "_" in name), "") if "_" in text else ""


def refused_module(name: str) -> bool:
    """Whether a module leads into the interpreter."""
    return name.partition(".")[0] in _MODULES
