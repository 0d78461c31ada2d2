"""The arena: tasks are registered once, what is equal is graded once, and what plugins do wrong is never paid for."""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import codearena as ca
from codearena.core.cache import MemoryCache
from codearena.core.config import Config, load_config
from codearena.core.errors import (
    ConfigError,
    InfrastructureError,
    InvalidSubmissionError,
    InvalidTaskError,
    UnknownScorerError,
    UnknownTaskError,
    UnscoredError,
)
from codearena.core.executor import ThreadExecutor
from codearena.core.lane import Lane, LaneResult, Registration
from codearena.core.plan import Plan
from codearena.core.task import Limits
from codearena.sandbox.client import ProcessLane

REFERENCE = "def double(x):\n    return 2 * x\n"
TESTS = """
import pytest
from solution import double

@pytest.mark.visible
def test_one():
    assert double(1) == 2

def test_zero():
    assert double(0) == 0

@pytest.mark.parametrize("x", [5, 8])
def test_more(x):
    assert double(x) == x + x
"""
HALF = "def double(x):\n    return x << x\n"  # passes two tests of four, and is as tidy as any; returning a constant passes one
SCORERS = ["compiles", "tests", "integrity", "complexity", "security", "quality"]  # of a task without properties and workload
HOUSE_RULES = '''
"""A plugin of a user: one module on the path."""

import codearena as ca


@ca.scorer(stage="static", version="1")
def short(case):
    """Full marks for at most as many lines as the profile says."""
    lines = len(case.submission.text.splitlines())
    return 1.0 if lines <= case.options["lines"] else ca.Evidence(value=0.0, reason=f"{lines} lines", flags=("long",))


@ca.scorer(stage="execution", version="2")
def steady(case):
    """The share of tests again, in the words of a user."""
    return case.run().ratio


@ca.scorer(stage="static", version="1", applies=lambda task: "poems" in task.tags)
def rhymes(case):
    """Nothing, ever."""
    return 0.0


@ca.hookimpl
def codearena_scorers():
    return [short, steady, rhymes]
'''
CONFIG = """
workers = 1
plugin_modules = ["house_rules_of_a_user"]
profile = "house"

[profiles.house.scorers.short]
weight = 0.2
options = { lines = 3 }

[profiles.house.scorers.steady]
role = "advisory"

[profiles.house.scorers.rhymes]
weight = 0.3
"""


def make(text: str = TESTS, **changes: Any) -> ca.Task:
    """Return a task; with another ``id`` it is another task to every arena."""
    fields: dict[str, Any] = {
        "id": "made/double",
        "prompt": "",
        "reference": REFERENCE,
        "tests": (ca.TestFile(name="test_it.py", text=text),),
        "entry_points": ("double",),
        "limits": Limits(cpu_seconds=1.0, memory_mb=256),
    }
    return ca.Task(**(fields | changes))


def plugin(name: str, **hooks: Callable[..., Any]) -> ModuleType:
    """Return a plugin called ``name`` with these implementations, each given without its prefix."""
    made = ModuleType(name)
    for hook, function in hooks.items():
        setattr(made, f"codearena_{hook}", ca.hookimpl(function))
    return made


def arena_with(*plugins: object, workers: int = 1) -> ca.Arena:
    return ca.Arena(load_config(start=Path("/"), environ={}, workers=workers), plugins)


class Observer:
    """A plugin that remembers what was announced."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.grades: list[ca.Grade] = []

    @ca.hookimpl
    def codearena_evidence_found(self, task: ca.Task, evidence: ca.Evidence) -> None:
        self.heard.append((task.id, evidence.scorer))

    @ca.hookimpl
    def codearena_grade_finished(self, task: ca.Task, grade: ca.Grade) -> None:
        self.heard.append((task.id, "grade"))
        self.grades.append(grade)


class Queue(ThreadExecutor):
    """An executor that remembers what it was asked to map."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def map(self, function: Callable[[Any], Any], jobs: Sequence[Any], workers: int) -> list[Any]:
        self.asked.append((len(jobs), workers))
        return super().map(function, jobs, workers)


class Shelf:
    """A task source of a user."""

    def __init__(self, *tasks: ca.Task) -> None:
        self.tasks = {task.id: task for task in tasks}

    def ids(self) -> Iterable[str]:
        return sorted(self.tasks)

    def load(self, task_id: str) -> ca.Task | None:
        return self.tasks.get(task_id)


# ---------------------------------------------------------------------------------------------------- plans


def test_a_plan_is_made_once_for_task_and_profile(arena: ca.Arena) -> None:
    assert arena.plan(make()) is arena.plan(make())
    assert arena.plan(make(), "default") is arena.plan(make())
    assert arena.plan(make(id="made/other")) is not arena.plan(make())


def profile(*options: tuple[str, Any], name: str = "mine", **row: Any) -> ca.Profile:
    tests = ca.Entry(scorer="tests", role="weighted", weight=0.7)
    return ca.Profile(name=name, entries=(tests, ca.Entry(**{"scorer": "compiles", "options": options, **row})))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (profile(("width", 1)), profile(("width", 2))),
        (profile(("width", -1)), profile(("width", -2))),
        (profile(("strict", True)), profile(("strict", 1))),
        (profile(), profile(role="gate")),
        (profile(), profile(name="yours")),
    ],
)
def test_profiles_that_differ_in_anything_have_plans_that_do(arena: ca.Arena, first: ca.Profile, second: ca.Profile) -> None:
    assert arena.plan(make(), first).digest != arena.plan(make(), second).digest


def test_options_may_be_lists_and_tables(arena: ca.Arena) -> None:
    listed = profile(("words", ["eval", "exec"]), ("limits", {"lines": 3}))
    assert arena.plan(make(), listed).terms[0].options == (("words", ("eval", "exec")), ("limits", {"lines": 3}))
    assert arena.grade(REFERENCE, make(), listed).reward == 1.0


@pytest.mark.parametrize(
    ("name", "text"),
    [("ours.toml", "[scorers.security]\nrole = 'off'\n"), ("ours.yaml", "scorers: {security: {role: off}}\n".replace("off", "'off'"))],
)
def test_a_plan_may_be_made_from_the_file_of_a_profile(arena: ca.Arena, tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    plan = arena.plan(make(), str(path))
    assert plan.profile == "ours"
    assert {term.scorer: term.weight for term in plan.terms}["tests"] == 0.6  # and what security would weigh
    assert "security" not in [term.scorer for term in plan.terms]
    assert arena.plan(make(), str(path)) is plan
    assert arena.grade(REFERENCE, make(), str(path)).reward == 1.0
    broken = tmp_path / f"broken-{name}"
    broken.write_text("scoers = {}" if name.endswith("toml") else "scoers: {}")
    with pytest.raises(ConfigError, match=r"unknown key 'scoers' \(did you mean 'scorers'\?\)"):
        arena.plan(make(), str(broken))


def test_what_can_change_nothing_any_more_is_not_run_unless_all_is_asked_for(arena: ca.Arena) -> None:
    wrong = "def double(x):\n    return 0\n"  # no better than a stub
    quick = arena.grade(wrong, make())
    with ca.Arena(load_config(start=Path("/"), environ={}, workers=1, thorough=True)) as careful:
        slow = careful.grade(wrong, make())
    assert (quick.reward, quick.solved, quick.plan) == (slow.reward, slow.solved, slow.plan) == (0.0, False, quick.plan)
    skipped = [name for name, part in quick.components.items() if part.status is ca.Status.SKIPPED]
    assert skipped == ["complexity", "security", "quality"]
    assert {quick.components[name].reason for name in skipped} == {"not run: the reward is the same whatever it says"}
    assert {part.status for part in slow.components.values()} == {ca.Status.SCORED}


class Oracle:
    """A judge that says the same to everybody."""

    def __init__(self, answer: str) -> None:
        self.answer, self.asked, self.closed = answer, 0, 0

    def ask(self, request: Any) -> str:
        self.asked += 1
        return self.answer

    def close(self) -> None:
        self.closed += 1


def test_a_judge_of_a_user_is_chosen_once_and_only_where_a_model_is_configured() -> None:
    oracle, chosen = Oracle("no answer that makes sense"), list[str]()

    def choose(config: Config) -> Oracle:
        chosen.append(config.judge_model)
        return oracle

    given = plugin("judging", judge_client=choose)
    with arena_with(given) as own:
        assert own.grade(REFERENCE, make()).plan.judge == ""
        assert chosen == []
    with ca.Arena(load_config(start=Path("/"), environ={}, workers=1, judge_model="wise"), [given]) as own:
        grade = own.grade(REFERENCE, make())
    assert (chosen, grade.plan.judge, grade.reward) == (["wise"], "wise", 1.0)  # under default it only advises
    assert oracle.asked >= 3
    assert oracle.closed == 1
    assert [name for name in grade.components if name.startswith("judge-")] == ["judge-correctness", "judge-security", "judge-quality"]


WRONG_PROFILES = {
    "no tests": ca.Profile(name="mine", entries=(ca.Entry(scorer="compiles", role="gate"),)),
    "tests that only advise": ca.Profile(name="mine", entries=(ca.Entry(scorer="tests", role="advisory"),)),
    "weights beyond 0.70": profile(role="weighted", weight=0.71),
    "a negative weight": profile(role="weighted", weight=-0.1),
    "a weight that is no number": profile(role="weighted", weight=float("nan")),
    "an unknown role": profile(role="gat"),
    "an unknown rule": ca.Profile(name="mine", entries=profile().entries, rule="guessing"),
    "one scorer twice": ca.Profile(name="mine", entries=(*profile().entries, *profile(role="gate").entries)),
}


@pytest.mark.parametrize("what", WRONG_PROFILES)
def test_a_profile_is_refused_before_anything_runs_with(arena: ca.Arena, what: str) -> None:
    with pytest.raises(ConfigError, match="'mine'"):
        arena.grade(REFERENCE, make(), WRONG_PROFILES[what])


def test_an_unknown_profile_is_named_with_the_nearest(arena: ca.Arena) -> None:
    with pytest.raises(ConfigError, match=r"no profile is called 'defualt' \(did you mean 'default'\?\); known: default"):
        arena.grade(REFERENCE, make(), "defualt")


def test_an_unknown_scorer_is_named_with_the_nearest(arena: ca.Arena) -> None:
    with pytest.raises(UnknownScorerError, match=r"'integrty', which no plugin offers \(did you mean 'integrity'\?\)"):
        arena.grade(REFERENCE, make(), profile(scorer="integrty"))


# ---------------------------------------------------------------------------------------------------- registration


def test_registration_finds_the_tests_that_count_and_those_that_are_shown(arena: ca.Arena) -> None:
    known = arena.registration(make())
    assert known.tests == ("test_it.py::test_one", "test_it.py::test_zero", "test_it.py::test_more[5]", "test_it.py::test_more[8]")
    assert known.visible == ("test_it.py::test_one",)


def test_what_doing_nothing_passes_is_the_floor_of_the_plan(arena: ca.Arena) -> None:
    assert arena.plan(make()).idle == 0.25  # a stub that returns 0, or 1, or its argument
    assert arena.plan(make(starter=HALF)).idle == 0.5
    grade = arena.grade(HALF, make())
    assert grade.components["tests"].value == 0.5
    assert grade.reward == pytest.approx(0.7 * 0.25 / 0.75, abs=1e-9)
    assert arena.grade(HALF, make(starter=HALF)).reward == 0.0


def test_a_task_that_doing_nothing_solves_is_refused(arena: ca.Arena) -> None:
    task = make(starter=make().reference)
    with pytest.raises(InvalidTaskError, match="doing nothing passes all that profile 'default' asks: starter"):
        arena.grade(task.reference, task)


def test_doing_nothing_earns_nothing_where_a_task_names_no_entry_points(arena: ca.Arena) -> None:
    task = make(entry_points=())
    assert arena.plan(task).idle == 0.25
    assert arena.grade("def double(x):\n    return 0\n", task).reward == 0.0


def test_a_test_that_is_skipped_does_not_count(arena: ca.Arena) -> None:
    skipped = """
import pytest
from solution import double

def test_one():
    assert double(1) == 2

@pytest.mark.skip(reason="not here")
def test_marked():
    assert double(1) == 3

@pytest.mark.skipif(True, reason="not here either")
def test_marked_by_condition():
    assert double(1) == 3

def test_skips_itself():
    pytest.skip("not now")
"""
    assert arena.registration(make(skipped)).tests == ("test_it.py::test_one",)
    assert arena.grade(REFERENCE, make(skipped)).reward == 1.0


BROKEN: dict[str, tuple[dict[str, str], str]] = {
    "a reference that fails": ({"reference": "double = abs\n"}, r"its reference fails 3 of 4 tests: test_it\.py::test_one: Assert"),
    "a reference that is no Python": ({"reference": "def double(:\n"}, "its reference does not run: SyntaxError"),
    "a reference that raises at import": ({"reference": "raise KeyError('x')"}, "its reference does not run: KeyError"),
    "a reference that loops": ({"reference": "def double(x):\n    while True: pass\n"}, "its reference fails .* more than 1 s of CPU time"),
    "a reference that lacks a name": ({"reference": "x = 1\n"}, "its reference .* cannot import name 'double'"),
    "no test": ({"tests": "from solution import double\n"}, "its test files hold no test"),
    "no file called test_": ({"name": "check_it.py"}, "its test files hold no test"),
    "only skipped tests": ({"tests": "import pytest\ndef test_a():\n    pytest.skip('no')\n"}, "its reference skips every test"),
    "a test file that is no Python": ({"tests": "def test_a(:\n    pass\n"}, r"test_it\.py.*SyntaxError"),
    "a test file that raises at import": ({"tests": "raise KeyError('where')\n"}, r"test_it\.py.*KeyError.*where"),
    "a test file that imports what is not there": ({"tests": "import nothing_of_this_name\n"}, r"test_it\.py.*nothing_of_this_name"),
    "a test file that exits at import": ({"tests": "import sys\nsys.exit()\n"}, "its test files end the process that imports them"),
    "a test file that ends its process": ({"tests": "import os\nos._exit(0)\n"}, "its test files end the process that imports them"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_task_is_refused_with(arena: ca.Arena, what: str) -> None:
    changes, problem = BROKEN[what]
    file = ca.TestFile(name=changes.get("name", "test_it.py"), text=changes.get("tests", TESTS))
    task = make(id="made/broken", tests=(file,), reference=changes.get("reference", REFERENCE))
    with pytest.raises(InvalidTaskError, match=f"task made/broken: .*{problem}"):
        arena.grade(REFERENCE, task)
    assert arena.grade(f"{REFERENCE}# after {what}\n", make()).reward == 1.0


@pytest.fixture(scope="module", autouse=True)
def endless_import() -> Iterator[Future[ca.Grade]]:
    """A grade on a task whose test file never finishes importing, begun with the module: finding that out takes a minute."""
    task = make("import threading\nthreading.Event().wait()\n", id="made/endless")
    with arena_with() as own, ThreadPoolExecutor(1) as pool:
        yield pool.submit(own.grade, REFERENCE, task)
        own.close()  # ends it where no test waited for it


# ---------------------------------------------------------------------------------------------------- tasks


def test_a_task_is_found_by_id_by_folder_by_record_and_as_itself(arena: ca.Arena, tmp_path: Path) -> None:
    task = make()
    (tmp_path / "tests").mkdir()
    (tmp_path / "task.toml").write_text('id = "made/double"\n[limits]\ncpu_seconds = 1\nmemory_mb = 256')
    (tmp_path / "reference.py").write_text(REFERENCE)
    (tmp_path / "tests" / "test_it.py").write_text(TESTS)
    assert arena.load_task(task) is task
    assert arena.load_task(task.to_dict()) == task
    assert arena.load_task(tmp_path) == arena.load_task(str(tmp_path)) == task
    assert arena.load_task("easy/average-list").id == "easy/average-list"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("easy/avrage-list", r" \(did you mean 'easy/average-list'\?\)"),
        ("average-list", r" \(did you mean 'easy/average-list'\?\)"),
        (Path("/nowhere/at/all"), ""),
        ("", ""),
        ("nul\0byte", ""),
        ("x" * 300, ""),
        ("\ud800", ""),
    ],
    ids=ascii,
)
def test_an_unknown_task_is_named_with_the_nearest(arena: ca.Arena, name: str | Path, hint: str) -> None:
    with pytest.raises(UnknownTaskError, match=rf"^no task and no folder is called '[^']*'{hint}; `codearena tasks list` shows all$"):
        arena.grade(REFERENCE, name)


RECORDS: dict[str, dict[str, Any]] = {
    "no id": {"id": ...},
    "no tests": {"tests": ...},
    "tests that are texts": {"tests": ["def test_a(): ..."]},
    "a test file without a name": {"tests": [{"text": TESTS}]},
    "a test file in a folder below": {"tests": [{"name": "more/test_it.py", "text": TESTS}]},
    "a reference that is a number": {"reference": 5},
    "a test that is a number": {"tests": [{"name": "test_it.py", "text": 5}]},
    "an unknown limit": {"limits": {"cpu_second": 1}},
    "a limit that is a text": {"limits": {"cpu_seconds": "1"}},
    "a limit below nothing": {"limits": {"cpu_seconds": -1.0}},
    "a limit without end": {"limits": {"cpu_seconds": float("inf")}},
    "variants that are texts": {"right": ["x = 1"]},
}


@pytest.mark.parametrize("what", RECORDS)
def test_a_record_is_refused_with(arena: ca.Arena, what: str) -> None:
    record = {key: value for key, value in {**make(id="made/record").to_dict(), **RECORDS[what]}.items() if value is not ...}
    with pytest.raises(InvalidTaskError):
        arena.grade(REFERENCE, record)


@pytest.mark.parametrize("root", ["/", "../" * 12])
def test_no_record_writes_outside_the_sandbox(arena: ca.Arena, tmp_path: Path, root: str) -> None:
    name = root + str(tmp_path / "test_escaped.py").lstrip("/")
    record = {**make(id="made/record").to_dict(), "tests": [{"name": "test_it.py", "text": TESTS}, {"name": name, "text": TESTS}]}
    with pytest.raises(InvalidTaskError, match="test_escaped"):
        arena.grade(REFERENCE, record)
    assert list(tmp_path.iterdir()) == []


def test_an_id_that_two_sources_hold_comes_from_the_first() -> None:
    first, second = make(title="first"), make(title="second")
    with arena_with(plugin("one", task_sources=lambda: [Shelf(first)]), plugin("two", task_sources=lambda: [Shelf(second)])) as own:
        assert own.load_task("made/double").title == "first"
        assert own.task_ids().count("made/double") == 1
        assert "easy/average-list" in own.task_ids()


# ---------------------------------------------------------------------------------------------------- grading


def test_code_may_be_text_bytes_files_or_a_submission(arena: ca.Arena) -> None:
    given: list[Any] = [REFERENCE, REFERENCE.encode(), {"solution.py": REFERENCE}, ca.Submission.of(REFERENCE)]
    grades = [arena.grade(code, make()) for code in given]
    assert [grade.reward for grade in grades] == [1.0] * 4
    assert len({grade.submission_digest for grade in grades}) == 1
    helper = {"solution.py": "from helper import double\n", "helper.py": REFERENCE}
    assert arena.grade(helper, make()).solved


@pytest.mark.parametrize("code", [None, 5, [REFERENCE], {"main.py": REFERENCE}], ids=repr)
def test_what_is_no_text_is_a_mistake_of_the_caller(arena: ca.Arena, code: Any) -> None:
    with pytest.raises(InvalidSubmissionError):
        arena.grade(code, make())
    with pytest.raises(InvalidSubmissionError):
        arena.grade_many([(REFERENCE, make()), (code, make())])


def test_a_grade_names_what_was_graded(arena: ca.Arena) -> None:
    task, grade = make(), arena.grade(HALF, make())
    assert (grade.task, grade.task_digest) == ("made/double", task.digest)
    assert grade.submission_digest == ca.Submission.of(HALF).digest
    assert grade.plan == arena.plan(task)
    assert [each.scorer for each in grade.evidence] == SCORERS
    assert grade.resources.cpu_seconds > 0
    assert grade.resources.processes == 1
    assert grade.sandbox.oracle == "separate"


def test_equal_jobs_are_graded_once_and_grades_come_in_order() -> None:
    seen = Observer()
    queue = Queue()
    task, other = make(), make(id="made/other")
    jobs: list[tuple[Any, ca.Task]] = [
        (HALF, task),
        (REFERENCE, task),
        (HALF, other),
        (HALF, task),
        ("", task),
        (REFERENCE.encode(), task),
        (HALF, task),
    ]
    with arena_with(seen, plugin("queue", executor=lambda: queue), workers=2) as own:
        grades = own.grade_many(jobs)
        wanted = [(task.id, ca.Submission.of(code).digest) for code, task in jobs]
        assert [(grade.task, grade.submission_digest) for grade in grades] == wanted
        assert [grade.score() for grade in grades] == pytest.approx([0.7 / 3, 1.0, 0.7 / 3, 0.7 / 3, 0.0, 1.0, 0.7 / 3], abs=1e-9)
        assert grades[0] is grades[3] is grades[6]
        assert Counter((grade.task, grade.submission_digest) for grade in seen.grades).most_common(1)[0][1] == 1
        assert len(seen.grades) == 4
        assert queue.asked[-1] == (4, 2)

        again = own.grade_many(jobs, workers=50)
        assert all(first is second for first, second in zip(grades, again, strict=True))
        assert queue.asked[-1] == (4, 2)
        assert own.grade(HALF, task) is grades[0]
        assert len(seen.grades) == 4
        assert own.grade_many([]) == []


def test_evidence_is_announced_before_the_grade_and_an_observer_that_raises_changes_nothing(caplog: pytest.LogCaptureFixture) -> None:
    seen = Observer()

    def broken(**_: object) -> None:
        raise RuntimeError("observer down")

    given = (plugin("broken", evidence_found=lambda evidence: broken(), grade_finished=lambda grade: broken()), seen)
    with arena_with(*given) as own:
        assert own.grade(REFERENCE, make()).reward == 1.0
    assert seen.heard == [("made/double", name) for name in (*SCORERS, "grade")]
    assert caplog.text.count("RuntimeError: observer down") == 7


def test_threads_may_share_an_arena(arena: ca.Arena) -> None:
    codes = [f"{HALF if number % 2 else REFERENCE}# thread {number}\n" for number in range(12)]
    tasks = [make(id=f"made/shared{number % 3}") for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        together = list(pool.map(arena.grade, codes, tasks))
    assert [grade.score() for grade in together] == [1.0 if number % 2 == 0 else round(0.7 / 3, 9) for number in range(12)]
    assert [grade.task for grade in together] == [task.id for task in tasks]


def test_two_ways_to_the_same_task_and_plan_share_their_grades(arena: ca.Arena) -> None:
    code = f"{HALF}# shared\n"
    assert arena.grade(code, make()) is arena.grade(code, make().to_dict()) is arena.grade(code, make(prompt="other words"), "default")
    assert arena.grade(code, make()) is not arena.grade(code, make(), profile())


# ---------------------------------------------------------------------------------------------------- plugins


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ca.Arena]:
    """An arena as a user configures it: a module on the path, and a profile in codearena.toml."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "house_rules_of_a_user.py").write_text(HOUSE_RULES)
    (folder / "codearena.toml").write_text(CONFIG)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        with ca.Arena(load_config(start=folder, environ={})) as own:
            yield own
    sys.modules.pop("house_rules_of_a_user", None)


def test_a_scorer_of_a_user_is_paid_as_the_configured_profile_says(house: ca.Arena) -> None:
    short, long = house.grade(REFERENCE, make()), house.grade(f"{REFERENCE}\n\n# four and five\n", make())
    assert short.reward == 1.0
    assert (short.components["short"].value, short.components["short"].weight) == (1.0, 0.2)
    assert long.reward == 0.8
    assert long.solved
    assert (long.components["short"].value, long.components["short"].reason) == (0.0, "5 lines")
    assert long.flags == ("long",)
    assert house.grade(f"{HALF}# long\n# longer\n", make()).reward == pytest.approx(0.5 / 3, abs=1e-9)


def test_a_scorer_of_a_user_may_run_the_tests_and_they_run_once(house: ca.Arena) -> None:
    grade = house.grade(f"import random\n{HALF}", make())
    assert grade.components["steady"].value == grade.components["tests"].value == 0.5
    assert grade.components["steady"].weight == 0.0
    assert grade.resources.processes == 1


def test_a_scorer_that_declines_the_task_leaves_its_weight_to_correctness(house: ca.Arena) -> None:
    assert "rhymes" not in house.grade(REFERENCE, make()).components
    poem = make(tags=("poems",), id="made/poem")
    assert house.grade(REFERENCE, poem).components["rhymes"].value == 0.0
    assert house.grade(REFERENCE, poem).reward == 0.7


def test_a_plugin_that_no_profile_names_changes_no_reward(house: ca.Arena, arena: ca.Arena) -> None:
    with_it, without = house.grade(HALF, make(), "default"), arena.grade(HALF, make(), "default")
    assert with_it.plan.digest == without.plan.digest
    assert with_it.score().hex() == without.score().hex()


def test_a_cache_of_a_user_holds_grades_by_content() -> None:
    class Cache(MemoryCache):
        def __init__(self) -> None:
            super().__init__()
            self.kept: list[tuple[Any, ca.Grade]] = []

        def put(self, key: Any, grade: ca.Grade) -> None:
            self.kept.append((key, grade))
            super().put(key, grade)

    cache, task = Cache(), make()
    with arena_with(plugin("cache", cache=lambda: cache)) as own:
        grade = own.grade(HALF, task)
    assert cache.kept == [((task.digest, ca.Submission.of(HALF).digest, grade.plan.digest), grade)]
    with arena_with(plugin("cache", cache=lambda: cache)) as second:
        assert second.grade(HALF, task) is grade


# ---------------------------------------------------------------------------------------------------- scorers that break

BREAKS = {
    "raises": ('raise RuntimeError("cannot bear this")', "RuntimeError at strange_rules_of_a_user.py:"),
    "raises-nothing-ordinary": ("raise BaseException", "BaseException at strange_rules_of_a_user.py:"),
    "leaves": ("raise SystemExit(0)", "SystemExit at strange_rules_of_a_user.py:"),
    "returns-nan": ('return float("nan")', "ContractError at .*returned the value nan; expected a float in"),
    "returns-two": ("return 2.0", "ContractError at .*returned the value 2.0; expected a float in"),
    "returns-nothing": ("return None", "ContractError at .*returned NoneType; expected a float in"),
    "returns-a-failure": ('return ca.Evidence(value=0.5, status="failed", reason="not me")', "ContractError"),
    "returns-no-data": ("return ca.Evidence(value=1.0, reason=object())", ""),
    "allocates": ("hoard = []\n        while True: hoard.append(bytes(1 << 28))", "MemoryError at strange_rules_of_a_user.py:"),
    "recurses": ("def again(): again()\n        again()", "RecursionError at strange_rules_of_a_user.py:"),
    "exits": ("os._exit(0)", "its process died"),
    "kills-itself": ("os.kill(os.getpid(), 9)", "its process died"),
    "crashes": ("os.abort()", "its process died"),
    "writes-to-the-wire": ("scribble()", ""),
}
HANG = ("while True: pass", "it used more than 5 s of CPU time, or hung")
STRANGE = """

@ca.scorer(stage="static", version="1", name="{name}")
def {function}(case):
    if {condition}:
        {statement}
    return 1.0
"""
SCRIBBLE = """
import os
import codearena as ca

def scribble():
    for descriptor in range(3, 64):
        try:
            os.write(descriptor, b"x" * 99)
        except OSError:
            pass
    os._exit(0)
"""
HOSTILE = "# this text is hostile\n"


def strange_rules() -> str:
    text, names = SCRIBBLE, []
    for name, (statement, _) in {**BREAKS, "hangs": HANG}.items():
        for prefix, condition in (("", '"hostile" in case.submission.text'), ("always-", "True")):
            function = f"{prefix}{name}".replace("-", "_")
            text += STRANGE.format(name=f"{prefix}{name}", function=function, condition=condition, statement=statement)
            names.append(function)
    return f"{text}\n\n@ca.hookimpl\ndef codearena_scorers():\n    return [{', '.join(names)}]\n"


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ca.Arena]:
    """An arena with scorers that break, each in its own way."""
    folder = tmp_path_factory.mktemp("strange")
    (folder / "strange_rules_of_a_user.py").write_text(strange_rules())
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        config = load_config(start=Path("/"), environ={}, workers=1, plugin_modules=["strange_rules_of_a_user"])
        with ca.Arena(config) as own:
            yield own
    sys.modules.pop("strange_rules_of_a_user", None)


def paying(name: str) -> ca.Profile:
    return ca.Profile(name=name, entries=(profile().entries[0], ca.Entry(scorer=name, role="weighted", weight=0.1)))


@pytest.mark.parametrize("name", [*BREAKS, "hangs"])
def test_a_submission_is_not_paid_for_a_scorer_that_only_it_breaks(strange: ca.Arena, name: str) -> None:
    _, reason = {**BREAKS, "hangs": HANG}[name]
    grade = strange.grade(f"{REFERENCE}{HOSTILE}", make(), paying(name))
    part = grade.components[name]
    assert (part.value, part.status) == (0.0, ca.Status.SCORED)
    assert part.reason.startswith("the submission broke this scorer, which handles the reference: ")
    assert pytest.approx(0.9, abs=1e-9) == grade.reward
    assert "scorer-crash" in grade.flags
    assert grade == strange.grade(f"{REFERENCE}{HOSTILE}", make(), paying(name))
    assert re.search(reason, part.reason)
    after = strange.grade(f"{REFERENCE}# after {name}\n", make(), paying(name))
    assert (after.reward, after.flags) == (1.0, ())


@pytest.mark.parametrize("name", BREAKS)
def test_there_is_no_reward_where_a_scorer_breaks_on_everything(strange: ca.Arena, name: str) -> None:
    grade = strange.grade(REFERENCE, make(), paying(f"always-{name}"))
    assert grade.reward is None
    assert not grade.solved
    part = grade.components[f"always-{name}"]
    assert (part.value, part.status) == (None, ca.Status.FAILED)
    assert part.reason.startswith("this scorer also breaks on the reference: ")
    assert (grade.components["tests"].value, grade.components["tests"].status) == (1.0, ca.Status.SCORED)
    with pytest.raises(UnscoredError, match=f"always-{name}: this scorer also breaks"):
        grade.score()
    assert strange.grade(REFERENCE, make()).reward == 1.0


def test_an_adviser_that_breaks_on_everything_takes_no_reward(strange: ca.Arena) -> None:
    advised = ca.Profile(name="advised", entries=(profile().entries[0], ca.Entry(scorer="always-raises")))
    grade = strange.grade(REFERENCE, make(), advised)
    assert grade.reward == 1.0
    assert grade.components["tests"].value == 1.0
    assert grade.components["always-raises"].status is ca.Status.FAILED


def test_what_could_not_be_graded_is_tried_anew_the_next_time(strange: ca.Arena) -> None:
    first = strange.grade(REFERENCE, make(), paying("always-raises"))
    assert first.reward is None
    assert strange.grade(REFERENCE, make(), paying("always-raises")) is not first


# ---------------------------------------------------------------------------------------------------- lanes that break


class Doomed(ProcessLane):
    """A lane that is struck down at its next grade when its arena says so."""

    struck = 0
    to_strike = 0

    def score(self, task: ca.Task, submission: ca.Submission, plan: Plan, known: Registration, **options: Any) -> LaneResult:
        if Doomed.struck < Doomed.to_strike:
            Doomed.struck += 1
            os.kill(self._process.pid, signal.SIGKILL)
        return super().score(task, submission, plan, known, **options)


def striking(times: int) -> None:
    Doomed.struck, Doomed.to_strike = 0, times


@pytest.fixture
def doomed() -> Iterator[ca.Arena]:
    """An arena whose lanes can be struck down, with its task registered and the opened lanes counted."""

    def sandbox(config: Config) -> Callable[[Sequence[str]], Lane]:
        return lambda preload: Doomed(config, preload)

    striking(0)
    with arena_with(plugin("doomed", sandbox=sandbox)) as own:
        own.plan(make())
        yield own
    striking(0)


def test_a_lane_that_is_lost_costs_nothing_but_time(doomed: ca.Arena) -> None:
    striking(1)
    assert doomed.grade(REFERENCE, make()).reward == 1.0
    assert Doomed.struck == 1


def test_two_lanes_lost_over_one_submission_leave_it_ungraded(doomed: ca.Arena) -> None:
    striking(2)
    grade = doomed.grade(REFERENCE, make())
    assert grade.reward is None
    assert {each.status for each in grade.evidence} == {ca.Status.FAILED}
    assert "ended in the middle of a request" in grade.evidence[0].reason
    assert grade.sandbox.level == "none"
    assert doomed.grade(REFERENCE, make()).reward == 1.0


def test_a_task_that_cannot_be_registered_here_is_our_fault(doomed: ca.Arena) -> None:
    striking(2)
    with pytest.raises(InfrastructureError, match=r"made/other could not be registered: the idle program '[^']+' could not be graded here"):
        doomed.plan(make(id="made/other"))
    assert doomed.plan(make(id="made/other")).idle == 0.25


def test_opening_an_arena_starts_no_process_and_no_more_than_its_lanes_follow() -> None:
    opened: list[ProcessLane] = []

    def sandbox(config: Config) -> Callable[[Sequence[str]], Lane]:
        def factory(preload: Sequence[str]) -> Lane:
            opened.append(ProcessLane(config, preload))
            return opened[-1]

        return factory

    with arena_with(plugin("counting", sandbox=sandbox), workers=2) as own:
        own.load_task("easy/average-list")
        assert not opened
        with ThreadPoolExecutor(4) as pool:
            grades = list(pool.map(lambda number: own.grade(f"{REFERENCE}# {number}\n", make()), range(8)))
        assert {grade.reward for grade in grades} == {1.0}
        assert len(opened) == 2
    assert all(lane._process.poll() is not None for lane in opened)


def test_a_closed_arena_grades_nothing_new(doomed: ca.Arena) -> None:
    kept = doomed.grade(REFERENCE, make())
    doomed.close()
    doomed.close()
    assert doomed.grade(REFERENCE, make()) is kept
    with pytest.raises(RuntimeError, match="this arena is closed"):
        doomed.grade(HALF, make())


def test_an_exception_in_the_middle_of_many_ends_what_still_runs() -> None:
    begun = threading.Event()

    class Interrupted(ThreadExecutor):
        def map(self, function: Callable[[Any], Any], jobs: Sequence[Any], workers: int) -> list[Any]:
            if len(jobs) != 2:
                return super().map(function, jobs, workers)
            threading.Timer(0.3, begun.set).start()

            def job(given: Any) -> Any:
                if given is jobs[0]:
                    begun.wait(10)
                    raise KeyboardInterrupt
                return function(given)

            return super().map(job, jobs, 2)

    task, executor = make(limits=Limits(cpu_seconds=20.0), id="made/long"), Interrupted()
    with arena_with(plugin("interrupted", executor=lambda: executor), workers=2) as own:
        own.plan(task)
        with pytest.raises(KeyboardInterrupt):
            own.grade_many([(REFERENCE, task), ("while True: pass\n", task)])
        assert own.grade(REFERENCE, task).reward == 1.0


# ---------------------------------------------------------------------------------------------------- a minute later


def test_a_task_is_refused_with_a_test_file_that_never_finishes_importing(endless_import: Future[ca.Grade]) -> None:
    with pytest.raises(InvalidTaskError, match="task made/endless: its test files did not finish importing within 60 s"):
        endless_import.result(120)
