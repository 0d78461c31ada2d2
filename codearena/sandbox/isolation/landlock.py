"""Which files a box may touch. Landlock takes rights away from this process and all it will start; nothing gives back.

Landlock does not cover chmod, chown, utime, extended attributes and stat: `seccomp` refuses the first four.
"""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

from codearena.sandbox.isolation.kernel import syscall

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1, 2, 4, 8, 1 << 14
_REMOVE_DIR, _REMOVE_FILE, _MAKE_DIR, _MAKE_REG, _REFER = 1 << 4, 1 << 5, 1 << 7, 1 << 8, 1 << 13
_READ = _EXECUTE | _READ_FILE | _READ_DIR
# Plain files and folders only: no links, pipes, sockets or devices to trap a reader with.
_WRITE = _READ_FILE | _READ_DIR | _WRITE_FILE | _REMOVE_DIR | _REMOVE_FILE | _MAKE_DIR | _MAKE_REG | _REFER | _TRUNCATE
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_HANDLED = {1: 0x1FFF, 2: 0x3FFF, 3: 0x7FFF, 4: 0x7FFF}  # by version of the interface; from 5 on 0xFFFF


def version() -> int:
    """Return the version of Landlock's interface here, or 0 where there is none."""
    try:
        return syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1), what="landlock")
    except OSError:
        return 0


def restrict(read: Iterable[str], write: Iterable[str]) -> None:
    """Leave this process only reading below ``read`` and plain files below ``write``; no TCP, no signals outside.

    Paths that do not exist are left out. Needs ``no_new_privs``; raises `OSError` where Landlock is absent.
    """
    abi = version()
    handled = _HANDLED.get(abi, 0xFFFF)
    rules = struct.pack("QQQ", handled, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    rules = rules[: 8 if abi < 4 else 16 if abi < 6 else 24]
    ruleset = syscall(_CREATE, rules, ctypes.c_size_t(len(rules)), ctypes.c_uint32(0), what="landlock")
    try:
        for paths, rights in ((read, _READ), (write, _WRITE)):
            for path in paths:
                _allow(ruleset, path, rights & handled)
        syscall(_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0), what="landlock")
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # absent here, or not ours to see: then the box cannot see it either
        return
    try:
        if not os.path.isdir(path):
            rights &= _FILE_RIGHTS
        rule = struct.pack("=Qi", rights, handle)
        syscall(_ADD, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint32(0), what=f"landlock rule for {path}")
    finally:
        os.close(handle)
