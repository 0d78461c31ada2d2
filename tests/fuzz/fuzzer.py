"""A fuzzer that keeps what reaches new lines: mutated bytes into one function, whose only lawful ends are given."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

Target = Callable[[bytes], None]
SLOW = 2.0
"""CPU seconds after which one small input counts as a finding."""
MOST = 4096
"""Bytes of an input."""


@dataclass(slots=True)
class Found:
    """What a run of the fuzzer did."""

    inputs: int = 0
    edges: int = 0
    findings: list[tuple[bytes, str]] = field(default_factory=list)


class Fuzzer:
    """Mutates inputs and keeps those that go from a line to another one that no input went to before."""

    def __init__(self, target: Target, seeds: Sequence[bytes], modules: Sequence[str], seed: int = 0) -> None:
        """``modules`` are ends of the names of the files whose lines count."""
        self._target, self._modules = target, tuple(modules)
        self._draw = random.Random(seed)
        self._kept = list(seeds)
        self._seen: set[tuple[int, int, int]] = set()

    def run(self, seconds: float, most_findings: int = 3) -> Found:
        """Run for so many seconds of this machine; any exception of the target is a finding, and being slow is."""
        found = Found()
        end = time.monotonic() + seconds
        waiting = list(self._kept)
        while time.monotonic() < end and len(found.findings) < most_findings:
            data = waiting.pop() if waiting else self._mutated()
            new, problem = self._try(data)
            found.inputs += 1
            if problem:
                found.findings.append((data, problem))
            elif new:
                self._kept.append(data)
        found.edges = len(self._seen)
        return found

    def _try(self, data: bytes) -> tuple[bool, str]:
        """Return whether the input went where none went before, and what was wrong."""
        before, last = len(self._seen), 0

        def local(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal last
            if event == "line":
                self._seen.add((id(frame.f_code), last, frame.f_lineno))
                last = frame.f_lineno
            return local

        def trace(frame: FrameType, _: str, __: Any) -> Any:
            return local if frame.f_code.co_filename.endswith(self._modules) else None

        started, problem = time.process_time(), ""
        sys.settrace(trace)
        try:
            self._target(data)
        except Exception as error:
            problem = f"{type(error).__name__}: {error}"[:300]
        finally:
            sys.settrace(None)
        if not problem and time.process_time() - started > SLOW:
            problem = f"took {time.process_time() - started:.1f} s"
        return len(self._seen) > before, problem

    def _mutated(self) -> bytes:
        draw = self._draw
        data = bytearray(draw.choice(self._kept))
        for _ in range(draw.choice((1, 1, 2, 4, 16))):
            at = draw.randrange(len(data) + 1)
            what = draw.randrange(7)
            if what == 0:
                data[at:at] = bytes(draw.randrange(256) for _ in range(draw.randrange(1, 9)))
            elif what == 1 and data:
                del data[at : at + draw.randrange(1, 9)]
            elif what == 2 and data:
                data[at % len(data)] = draw.choice((0, 1, 0x7F, 0x80, 0xFF, draw.randrange(256)))
            elif what == 3 and data:
                data[at % len(data)] ^= 1 << draw.randrange(8)
            elif what == 4:
                other = draw.choice(self._kept)
                start = draw.randrange(len(other) + 1)
                data[at:at] = other[start : start + draw.randrange(1, 65)]
            elif what == 5:
                data[at : at + 4] = draw.choice((0, 1, 2**31 - 1, 2**31, 2**32 - 1, len(data))).to_bytes(4, "little")
            else:
                data[at:at] = data[at : at + 32] * draw.randrange(1, 9)
        return bytes(data[:MOST])
