"""Errors are what a caller would expect to catch, and say the nearest thing that would have worked."""

from __future__ import annotations

import pickle

import pytest

from codearena.core import errors
from codearena.core.errors import nearest

BASES = {
    "UsageError": ("CodeArenaError", ValueError),
    "ConfigError": ("UsageError", ValueError),
    "UnknownTaskError": ("UsageError", ValueError),
    "UnknownScorerError": ("UsageError", ValueError),
    "NothingAskedError": ("InvalidTaskError", ValueError),
    "InvalidTaskError": ("UsageError", ValueError),
    "InvalidSubmissionError": ("UsageError", ValueError),
    "UnscoredError": ("UsageError", ValueError),
    "PluginError": ("CodeArenaError", Exception),
    "PluginLoadError": ("PluginError", Exception),
    "PluginConflictError": ("PluginError", Exception),
    "ContractError": ("PluginError", Exception),
    "ScorerCrash": ("PluginError", Exception),
    "InfrastructureError": ("CodeArenaError", Exception),
    "SandboxUnavailable": ("InfrastructureError", Exception),
    "SandboxFault": ("InfrastructureError", Exception),
    "JudgeUnavailable": ("InfrastructureError", Exception),
    "JudgeRefused": ("CodeArenaError", Exception),
    "WorkerLost": ("InfrastructureError", Exception),
    "TooManyUnscored": ("CodeArenaError", Exception),
}
FOUND = {name: value for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, BaseException)}


def test_the_tree_holds_these_errors_and_no_other() -> None:
    assert set(FOUND) == {"CodeArenaError", *BASES}


@pytest.mark.parametrize("name", BASES)
def test_an_error_is_caught_as_its_branch_and_as_what_callers_expect(name: str) -> None:
    branch, built_in = BASES[name]
    assert FOUND[name].__base__ is FOUND[branch]
    assert issubclass(FOUND[name], built_in)


def test_what_is_ours_is_never_taken_for_a_mistake_of_the_caller() -> None:
    ours = [kind for kind in FOUND.values() if issubclass(kind, errors.InfrastructureError | errors.PluginError)]
    assert len(ours) == 10
    assert "JudgeRefused" not in [kind.__name__ for kind in ours]
    assert not [kind for kind in ours if issubclass(kind, ValueError | OSError)]


@pytest.mark.parametrize("name", BASES)
def test_the_module_draws_every_error_into_its_tree(name: str) -> None:
    tree = (errors.__doc__ or "").split("```")[1]
    assert name in tree.replace("(ValueError)", "").split()


@pytest.mark.parametrize("name", sorted(FOUND))
def test_an_error_travels_between_processes(name: str) -> None:
    error = FOUND[name]("what happened")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == "what happened"


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("profil", ["profile", "seed"], " (did you mean 'profile'?)"),
        ("easy/avrage-list", ["easy/average-list", "hard/max-subarray"], " (did you mean 'easy/average-list'?)"),
        ("workers", ["worker", "workers"], " (did you mean 'workers'?)"),
        ("zzz", ["profile"], ""),
        ("", ["profile"], ""),
        ("profile", [], ""),
    ],
)
def test_nearest_names_one_known_word_or_none(word: str, known: list[str], expected: str) -> None:
    assert nearest(word, known) == expected
    assert nearest(word, iter(known)) == expected
