"""The order in which plugins are found, and scorers are listed, changes no reward."""

from __future__ import annotations

import dataclasses
import itertools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import codearena as ca
from codearena.core.config import load_config

NAMES = ("order_alpha", "order_beta", "order_gamma")
MODULE = """
import codearena as ca

@ca.scorer(stage="static", version="1", name="{name}")
def own(case):
    return len(case.submission.text) % {modulus} / {modulus}

@ca.hookimpl
def codearena_scorers():
    return [own]
"""
TASK = "types/sum-mixed"
PROFILE = ca.Profile(
    name="ordered",
    entries=(
        ca.Entry(scorer="compiles", role="gate"),
        ca.Entry(scorer="tests", role="weighted", weight=0.3),
        ca.Entry(scorer="order-alpha", role="weighted", weight=0.1),
        ca.Entry(scorer="order-beta", role="weighted", weight=0.2),
        ca.Entry(scorer="order-gamma", role="weighted", weight=0.1),
        ca.Entry(scorer="integrity", role="gate"),
    ),
)


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    """Three plugins on the path, each a module of its own."""
    folder = tmp_path_factory.mktemp("plugins")
    for name, modulus in zip(NAMES, (3, 5, 7), strict=True):
        (folder / f"{name}.py").write_text(MODULE.format(name=name.replace("_", "-"), modulus=modulus))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield NAMES
    for name in NAMES:
        sys.modules.pop(name, None)


def open_arena(modules: tuple[str, ...]) -> ca.Arena:
    return ca.Arena(load_config(start=Path("/"), environ={}, workers=1, plugin_modules=modules))


def codes(arena: ca.Arena) -> list[str]:
    task = arena.load_task(TASK)
    return [task.reference, task.starter, *(text for _, text in task.wrong)]


def test_permuting_plugins_changes_no_reward_and_no_plan(modules: tuple[str, ...]) -> None:
    seen = set()
    for order in (modules, (modules[2], modules[0], modules[1])):
        with open_arena(order) as arena:
            grades = [arena.grade(code, TASK, PROFILE) for code in codes(arena)]
            seen.add((tuple(grade.score().hex() for grade in grades), grades[0].plan.digest, tuple(arena.scorers)))
    ((rewards, _, _),) = seen
    assert len(set(rewards)) > 3


def test_permuting_the_entries_of_a_profile_changes_no_reward(modules: tuple[str, ...]) -> None:
    with open_arena(modules) as arena:
        expected = [arena.grade(code, TASK, PROFILE).score().hex() for code in codes(arena)]
        for entries in itertools.islice(itertools.permutations(PROFILE.entries), 100, 720, 150):
            other = dataclasses.replace(PROFILE, entries=entries)
            assert [arena.grade(code, TASK, other).score().hex() for code in codes(arena)] == expected
