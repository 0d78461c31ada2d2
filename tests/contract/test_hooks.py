"""The hooks: which there are, and that each says when it is called and who may implement it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable

import pytest

from codearena.core import hookspecs
from codearena.core.hookspecs import NAME

EXPECTED = {
    "codearena_cache",
    "codearena_evidence_found",
    "codearena_executor",
    "codearena_grade_finished",
    "codearena_judge_client",
    "codearena_sandbox",
    "codearena_scorers",
    "codearena_task_sources",
}
"""A name is a promise to plugins: one that is missing breaks them, and a new one needs a reason and a page."""

HOOKS: dict[str, Callable[..., object]] = {
    name: value for name, value in vars(hookspecs).items() if inspect.isfunction(value) and hasattr(value, f"{NAME}_spec")
}


def test_the_hooks_are_these() -> None:
    assert set(HOOKS) == EXPECTED


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hook_says_when_it_is_called_and_who_may_implement_it(name: str) -> None:
    doc = inspect.getdoc(HOOKS[name]) or ""
    paragraphs = doc.split("\n\n")
    assert re.fullmatch(r"(Offer|Choose|Announce) [^\n]*\.", paragraphs[0]), "the first line says what the hook does, in one sentence"
    assert re.search(r"^Called [^.]+\.", doc, re.MULTILINE), "one sentence says when it is called"
    assert paragraphs[-1].startswith("May be implemented by: "), "the last paragraph says who may implement it"


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hook_declares_its_types(name: str) -> None:
    signature = inspect.signature(HOOKS[name])
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(parameter.annotation is not inspect.Parameter.empty for parameter in signature.parameters.values())
