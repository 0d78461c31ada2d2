"""A scorer is a function with a declaration, found again by name in any process."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from typing import Any

import pytest

from codearena.core.case import Case, Run
from codearena.core.contracts import STAGES, Scorer, find_scorer, scorer
from codearena.core.errors import ContractError, PluginLoadError
from codearena.core.submission import Submission
from codearena.core.task import Task

CASE = Case(
    task=Task(id="t", prompt="", tests=(), reference=""), submission=Submission.of("print(1)"), run=lambda what="tests": Run(results=())
)


@scorer(stage="static", version="7", applies=lambda task: task.language == "python")
def some_words_here(case: Case) -> float:
    """Half marks."""
    return 0.5


def undeclared(case: Case) -> float:
    return 1.0


def test_a_scorer_is_called_like_its_name_with_hyphens() -> None:
    assert some_words_here.name == "some-words-here"


def test_a_scorer_may_be_given_a_name() -> None:
    assert scorer(stage="judge", version="1", name="other")(undeclared).name == "other"


def test_a_declaration_keeps_what_was_declared() -> None:
    assert (some_words_here.stage, some_words_here.version) == ("static", "7")
    assert some_words_here.applies is not None
    assert some_words_here.applies(CASE.task)
    assert scorer(stage="judge", version="1")(undeclared).applies is None


def test_calling_a_scorer_calls_its_function() -> None:
    assert some_words_here(CASE) == 0.5


@pytest.mark.parametrize(("stage", "hint"), [("statc", r" \(did you mean 'static'\?\)"), ("zzz", "$")])
def test_a_stage_that_does_not_exist_is_refused_where_it_is_declared(stage: Any, hint: str) -> None:
    with pytest.raises(ContractError, match=f"'{stage}' is not one of static, execution, analysis, judge{hint}"):
        scorer(stage=stage, version="1")


def test_stages_run_from_cheap_to_dear() -> None:
    assert STAGES == ("static", "execution", "analysis", "judge")


def test_a_scorer_is_found_where_it_says_it_is() -> None:
    assert some_words_here.where == f"{__name__}:some_words_here"
    assert find_scorer(some_words_here.where) is some_words_here


def test_a_scorer_survives_pickling_as_itself() -> None:
    assert pickle.loads(pickle.dumps(some_words_here)) is some_words_here


def test_finding_a_scorer_imports_its_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "import codearena as ca\n@ca.scorer(stage='static', version='1')\ndef lone(case): return 0.25\n"
    (tmp_path / "lone_scorer_module.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    try:
        found = find_scorer("lone_scorer_module:lone")
        assert isinstance(found, Scorer)
        assert found(CASE) == 0.25
    finally:
        sys.modules.pop("lone_scorer_module", None)


@pytest.mark.parametrize(
    ("where", "problem"),
    [
        ("no_such_module_at_all:x", "cannot be imported in a worker process"),
        (f"{__name__}:missing", "cannot be imported in a worker process"),
        (f"{__name__}:undeclared", "is a function, not a scorer; decorate it with @codearena.scorer"),
        (f"{__name__}:CASE", "is a Case, not a scorer"),
        (f"{__name__}:", "cannot be imported in a worker process"),
    ],
)
def test_a_scorer_that_is_not_there_is_named(where: str, problem: str) -> None:
    with pytest.raises(PluginLoadError, match=problem) as caught:
        find_scorer(where)
    assert where in str(caught.value)


def test_a_scorer_inside_a_function_does_not_travel() -> None:
    @scorer(stage="static", version="1")
    def inner(case: Case) -> float:
        return 1.0

    with pytest.raises(PluginLoadError, match="define it at the top level of an importable module"):
        pickle.loads(pickle.dumps(inner))
