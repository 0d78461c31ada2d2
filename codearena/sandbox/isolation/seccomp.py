"""Which system calls a box may make: an allow-list, as a Berkeley packet filter assembled here.

Refused calls fail with EPERM instead of killing, so that a submission that tries something sees an ordinary `OSError`.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from collections.abc import Callable
from functools import partial

from codearena.sandbox.isolation.kernel import X86_64, syscall

_NR_SECCOMP = 317 if X86_64 else 277
_SET_MODE_FILTER = 1
_ARCHITECTURE = 0xC000003E if X86_64 else 0xC00000B7
_X32_BIT = 0x40000000

# name, number on x86-64, number on aarch64 ("-": the architecture has no such call)
_ALLOWED = """
read 0 63; write 1 64; open 2 -; openat 257 56; close 3 57; stat 4 -; fstat 5 80; lstat 6 -; newfstatat 262 79;
statx 332 291; poll 7 -; ppoll 271 73; select 23 -; pselect6 270 72; lseek 8 62; mmap 9 222; mprotect 10 226;
munmap 11 215; brk 12 214; mremap 25 216; madvise 28 233; mincore 27 232; msync 26 227; rt_sigaction 13 134;
rt_sigprocmask 14 135; rt_sigreturn 15 139; rt_sigpending 127 136; rt_sigtimedwait 128 137; rt_sigsuspend 130 133;
sigaltstack 131 132; pread64 17 67; pwrite64 18 68; readv 19 65; writev 20 66; preadv 295 69; pwritev 296 70;
preadv2 327 286; pwritev2 328 287; access 21 -; faccessat 269 48; faccessat2 439 439; pipe 22 -; pipe2 293 59;
dup 32 23; dup2 33 -; dup3 292 24; sched_yield 24 124; nanosleep 35 101; clock_nanosleep 230 115; pause 34 -;
alarm 37 -; getitimer 36 102; setitimer 38 103; timer_create 222 107; timer_settime 223 110; timer_gettime 224 108;
timer_getoverrun 225 109; timer_delete 226 111; timerfd_create 283 85; timerfd_settime 286 86; timerfd_gettime 287 87;
eventfd 284 -; eventfd2 290 19; signalfd 282 -; signalfd4 289 74; epoll_create 213 -; epoll_create1 291 20;
epoll_ctl 233 21; epoll_wait 232 -; epoll_pwait 281 22; epoll_pwait2 441 441; getpid 39 172; getppid 110 173;
gettid 186 178; getuid 102 174; geteuid 107 175; getgid 104 176; getegid 108 177; getresuid 118 148;
getresgid 120 150; getgroups 115 158; getpgrp 111 -; getpgid 121 155; getsid 124 156; capget 125 90; uname 63 160;
sysinfo 99 179; times 100 153; getrusage 98 165; getrlimit 97 163; getcpu 309 168; getpriority 140 141;
sched_getaffinity 204 123; sched_getparam 143 121; sched_getscheduler 145 120; sched_get_priority_max 146 125;
sched_get_priority_min 147 126; sched_rr_get_interval 148 127; socketpair 53 199; sendto 44 206; recvfrom 45 207;
sendmsg 46 211; recvmsg 47 212; shutdown 48 210; getsockname 51 204; getpeername 52 205; getsockopt 55 209;
setsockopt 54 208; truncate 76 45; ftruncate 77 46; fallocate 285 47; fsync 74 82; fdatasync 75 83;
sync_file_range 277 84; getdents 78 -; getdents64 217 61; getcwd 79 17; chdir 80 49; fchdir 81 50; rename 82 -;
renameat 264 38; renameat2 316 276; mkdir 83 -; mkdirat 258 34; rmdir 84 -; unlink 87 -; unlinkat 263 35;
readlink 89 -; readlinkat 267 78; umask 95 166; statfs 137 43; fstatfs 138 44; fadvise64 221 223; readahead 187 213;
copy_file_range 326 285; sendfile 40 71; getxattr 191 8; lgetxattr 192 9; fgetxattr 193 10; listxattr 194 11;
llistxattr 195 12; flistxattr 196 13; gettimeofday 96 169; time 201 -; clock_gettime 228 113; clock_getres 229 114;
exit 60 93; exit_group 231 94; wait4 61 260; waitid 247 95; futex 202 98; futex_waitv 449 449; set_tid_address 218 96;
set_robust_list 273 99; get_robust_list 274 100; restart_syscall 219 128; getrandom 318 278; membarrier 324 283;
rseq 334 293; arch_prctl 158 -; close_range 436 436; setrlimit 160 164; seccomp 317 277
"""

_CLONE, _CLONE3 = (56, 435) if X86_64 else (220, 435)
_FORKS = (57, 58) if X86_64 else ()
_KILL, _TGKILL, _TKILL = (62, 234, 200) if X86_64 else (129, 131, 130)
_PRCTL, _PRLIMIT, _IOCTL, _FCNTL = (157, 302, 16, 72) if X86_64 else (167, 261, 29, 25)

_NEW_NAMESPACES = 0x7E020080
_CLONE_THREAD = 0x10000
_PRCTL_ALLOWED = (1, 2, 3, 15, 16, 23, 38, 39, 0x53564D41)  # parent death, dumpable?, name, caps?, privileges, vma name
_IOCTL_ALLOWED = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # terminal?, window size, bytes ready, blocking, cloexec
_FCNTL_ALLOWED = (0, 1, 2, 3, 4, 1030, 1032)  # duplicate, flags, pipe size: no locks, leases or owners

_LOAD, _EQ, _GE, _SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERRNO, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x80000000
_ARG0, _ARG1 = 16, 24

Program = bytes


def _op(code: int, yes: int, no: int, value: int) -> bytes:
    return struct.pack("HBBI", code, yes, no, value & 0xFFFFFFFF)


def _deny(code: int) -> bytes:
    return _op(_RETURN, 0, 0, _ERRNO | code)


_OK = _op(_RETURN, 0, 0, _ALLOW)
_NUMBER = _op(_LOAD, 0, 0, 0)


def _when(call: int, body: list[bytes]) -> list[bytes]:
    """If the call number, in the accumulator, is ``call``, run ``body``, which must return."""
    return [_op(_EQ, 0, len(body), call), *body]


def _argument_in(offset: int, allowed: tuple[int, ...], code: int) -> list[bytes]:
    body = [_op(_LOAD, 0, 0, offset)]
    for value in allowed:
        body += [_op(_EQ, 0, 1, value), _OK]
    return [*body, _deny(code)]


def base_filter() -> Program:
    """Return the filter of every box: no exec, sockets, namespaces, metadata, tracing, or limits of others.

    Forking stays possible, for templates; `LeafFilter` takes it away.
    """
    ops = [_op(_LOAD, 0, 0, 4), _op(_EQ, 1, 0, _ARCHITECTURE), _op(_RETURN, 0, 0, _KILL_PROCESS), _NUMBER]
    if X86_64:
        ops += [_op(_GE, 0, 1, _X32_BIT), _op(_RETURN, 0, 0, _KILL_PROCESS)]
    for row in _ALLOWED.replace("\n", " ").split(";"):
        number = row.split()[1 if X86_64 else 2]
        if number != "-":
            ops += _when(int(number), [_OK])
    for call in (*_FORKS, _KILL, _TGKILL):
        ops += _when(call, [_OK])
    ops += _when(_CLONE, [_op(_LOAD, 0, 0, _ARG0), _op(_SET, 0, 1, _NEW_NAMESPACES), _deny(errno.EPERM), _OK])
    # clone3 hides its flags behind a pointer; without it libc falls back to clone.
    ops += _when(_CLONE3, [_deny(errno.ENOSYS)])
    ops += _when(_PRLIMIT, _argument_in(_ARG0, (0,), errno.EPERM))
    ops += _when(_PRCTL, _argument_in(_ARG0, _PRCTL_ALLOWED, errno.EPERM))
    ops += _when(_IOCTL, _argument_in(_ARG1, _IOCTL_ALLOWED, errno.ENOTTY))
    ops += _when(_FCNTL, _argument_in(_ARG1, _FCNTL_ALLOWED, errno.EPERM))
    return b"".join([*ops, _deny(errno.EPERM)])


class LeafFilter:
    """The few instructions that make a process a leaf: threads, but no child, and signals only to itself.

    Built once in a template, so that a fork only has to enter its number and install it.
    """

    def __init__(self) -> None:
        ops = [_NUMBER]
        for call in _FORKS:
            ops += _when(call, [_deny(errno.EPERM)])
        ops += _when(_CLONE, [_op(_LOAD, 0, 0, _ARG0), _op(_SET, 0, 1, _CLONE_THREAD), _OK, _deny(errno.EPERM)])
        own = []
        for call in (_KILL, _TGKILL):
            ops += _when(call, _argument_in(_ARG0, (0,), errno.EPERM))
            own.append(8 * (len(ops) - 3) + 4)  # where the comparison with 0 holds its operand
        # It must not outlive its parent: no way back from dying with it.
        ops += _when(_PRCTL, [_op(_LOAD, 0, 0, _ARG0), _op(_EQ, 0, 1, 1), _deny(errno.EPERM), _OK])
        self._program = ctypes.create_string_buffer(b"".join([*ops, _OK]))
        self._own = own
        self._call = _installer(ctypes.addressof(self._program), len(ops) + 1)

    def install(self, pid: int) -> None:
        """Make this process, which is ``pid``, a leaf for good; raises `OSError`."""
        for offset in self._own:
            struct.pack_into("I", self._program, offset, pid)
        self._call()


class _Header(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def _installer(address: int, length: int) -> Callable[[], int]:
    header = _Header(length, address)
    mode, flags = ctypes.c_ulong(_SET_MODE_FILTER), ctypes.c_ulong(0)
    return partial(syscall, _NR_SECCOMP, mode, flags, ctypes.byref(header), what="seccomp")


def install(program: Program) -> None:
    """Put ``program`` on this thread and all it will start, for good. Needs ``no_new_privs``; raises `OSError`."""
    buffer = ctypes.create_string_buffer(program)
    _installer(ctypes.addressof(buffer), len(program) // 8)()
