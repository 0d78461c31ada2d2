"""``codearena doctor``."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

import pytest

from codearena.cli import probes


def test_what_this_machine_isolates_is_said_and_proved(cli: Callable[..., Any]) -> None:
    ran = cli("doctor", "--json")
    found = json.loads(ran.out)
    assert ran.err == ""
    assert ran.status == (0 if found["level"] == "locked" else 1)
    assert found["grading"] == ""
    assert found["cores"] == len(os.sched_getaffinity(0))
    assert isinstance(found["landlock"], int)
    for mechanism in ("seccomp", "user_namespaces", "cgroups"):
        assert found[mechanism]["works"] == (found[mechanism]["reason"] == "")
    assert bool(found["remedies"]) == (found["level"] != "locked")


def test_a_person_reads_what_each_level_holds(cli: Callable[..., Any]) -> None:
    out = cli("doctor").out
    for expected in ("isolation", "kernel", "Landlock", "seccomp", "process ", "filtered ", "locked ", "Python"):
        assert expected in out
    assert max(map(len, out.splitlines())) <= 80


def test_without_landlock_the_remedy_is_named(program: Callable[..., Any], without_landlock: tuple[str, ...]) -> None:
    ran = program("doctor", "--json", prefix=without_landlock)
    found = json.loads(ran.out)
    assert (ran.status, found["level"], found["landlock"], found["grading"]) == (1, "filtered", 0, "")
    assert any("Landlock" in each for each in found["missing"])
    assert any("Linux 5.13 or newer" in each for each in found["remedies"])
    assert any('min_level = "filtered"' in each for each in found["remedies"])
    shown = program("doctor", prefix=without_landlock)
    assert shown.status == 1
    assert "> filtered" in shown.out
    assert "5.13" in shown.out


def test_an_attempt_says_why_it_failed() -> None:
    def refused() -> None:
        raise PermissionError(1, "not you")

    def ends() -> None:
        os._exit(0)

    if len(os.listdir("/proc/self/task")) > 1:
        pytest.skip("NOT SHOWN: this process has threads, and must not fork")
    assert probes.attempt(lambda: None) == ""
    assert probes.attempt(refused) == "not you"
    assert probes.attempt(ends) == "the attempt ended without an answer"
