"""The reward function, grading for real."""

from __future__ import annotations

import copy
import multiprocessing
import os
import pickle
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

import codearena
from codearena.api import default_arena
from codearena.core.config import Config, load_config
from codearena.core.errors import ConfigError, SandboxUnavailable, TooManyUnscored, UnknownTaskError, UsageError, WorkerLost
from codearena.core.executor import ThreadExecutor
from codearena.core.lane import Lane, LaneFactory
from codearena.core.submission import MAX_BYTES
from codearena.env.extract import fence
from codearena.env.reward import ENOUGH, WINDOW, Reward
from codearena.sandbox.client import ProcessLane

TASK = "easy/average-list"
OTHER = "hard/max-subarray"
SETTINGS = load_config(start=Path("/"), environ={}, workers=2, seed=0)
UNLUCKY = "# unlucky"


# ------------------------------------------------------------------------------------------------ plugins


class Counter:
    """Counts the grades that are made, by submission."""

    def __init__(self) -> None:
        self.grades: list[str] = []

    @codearena.hookimpl
    def codearena_grade_finished(self, grade: codearena.Grade) -> None:
        """Note one."""
        self.grades.append(grade.submission_digest)


class UnluckyLane(ProcessLane):
    """A real lane that is lost when it meets a certain submission."""

    def score(self, task: codearena.Task, submission: codearena.Submission, *rest: Any, **options: Any) -> Any:
        """Grade, or lose the lane."""
        if UNLUCKY in submission.text:
            raise WorkerLost("the power went out")
        return super().score(task, submission, *rest, **options)


class Unlucky:
    """A sandbox of lanes that may be lost."""

    @codearena.hookimpl
    def codearena_sandbox(self, config: Config) -> LaneFactory:
        """Open such lanes."""
        return lambda preload: UnluckyLane(config, preload)


class Weak:
    """A machine whose sandbox can be opened a number of times only."""

    def __init__(self, times: int = 0) -> None:
        self.times = times

    @codearena.hookimpl
    def codearena_sandbox(self, config: Config) -> LaneFactory:
        """Open lanes as often as there are times left."""

        def factory(preload: Sequence[str]) -> Lane:
            self.times -= 1
            if self.times < 0:
                raise SandboxUnavailable("no Landlock here")
            return ProcessLane(config, preload)

        return factory


class LostCluster(ThreadExecutor):
    """An executor that fails as a whole once tasks are registered."""

    @codearena.hookimpl
    def codearena_executor(self) -> LostCluster:
        """Offer itself."""
        return self

    def map(self, function: Any, jobs: Sequence[Any], workers: int) -> list[Any]:
        """Map what registers a task, and nothing else."""
        if getattr(function, "__name__", "") == "_grade_job":
            raise WorkerLost("the head node is gone")
        return super().map(function, jobs, workers)


# ------------------------------------------------------------------------------------------------ fixtures


@pytest.fixture(scope="module")
def counter() -> Counter:
    """How many grades the shared function has made."""
    return Counter()


@pytest.fixture(scope="module")
def reward(counter: Counter, nothing_left_behind: None) -> Iterator[Reward]:
    """One function for the tests that need no settings of their own."""
    shared = Reward(config=SETTINGS, plugins=[counter])
    yield shared
    shared.close()


@pytest.fixture
def unlucky(nothing_left_behind: None) -> Iterator[partial[Reward]]:
    """Makes functions whose lanes may be lost."""
    made: list[Reward] = []

    def make(**settings: Any) -> Reward:
        made.append(Reward(config=SETTINGS, **{"plugins": [Unlucky()], **settings}))
        return made[-1]

    yield partial(make)
    for each in made:
        each.close()


@pytest.fixture(scope="module")
def task() -> codearena.Task:
    """One of the bundled tasks."""
    return codearena.load_task(TASK)


def said(code: str) -> list[dict[str, str]]:
    """Return ``code`` as a chat model would write it."""
    return [{"role": "assistant", "content": f"<think>\nHm.\n</think>\nHere you are:\n\n{fence(code)}\n"}]


# ------------------------------------------------------------------------------------------------ rewards


def test_the_reference_earns_one_and_the_starter_nothing(reward: Reward, task: codearena.Task) -> None:
    completions: list[Any] = [
        task.reference,
        task.starter,
        fence(task.reference),
        said(task.reference),
        said(task.starter),
        "I do not know.",
        "",
    ]
    assert reward(prompts=["?"] * 7, completions=completions, task=[TASK] * 7) == [1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0]


def test_it_pays_what_grade_pays(reward: Reward, arena: codearena.Arena, task: codearena.Task) -> None:
    codes = [text for _, text in (*task.right, *task.wrong)]
    assert reward(completions=codes, task=[task] * len(codes)) == [arena.grade(code, task).reward for code in codes]


def test_rewards_come_in_order_over_several_tasks(reward: Reward, task: codearena.Task) -> None:
    other = codearena.load_task(OTHER)
    pairs = [(task.reference, TASK), (other.reference, OTHER), (task.reference, OTHER), (other.reference, TASK), ("", TASK)] * 4
    assert reward(completions=[code for code, _ in pairs], task=[name for _, name in pairs]) == [1.0, 1.0, 0.0, 0.0, 0.0] * 4


def test_equal_code_is_graded_once(reward: Reward, counter: Counter, task: codearena.Task) -> None:
    code = task.reference + "\n# graded once\n"
    before = len(counter.grades)
    completions: list[Any] = [fence(code), fence(code, "py"), f"Again:\n{fence(code)}", said(code)] * 4
    assert reward(completions=completions, task=[TASK] * 16) == [1.0] * 16
    assert reward(completions=completions, task=[TASK] * 16) == [1.0] * 16
    assert len(counter.grades) == before + 1


def test_an_example_of_usage_behind_the_answer_costs_nothing(reward: Reward, task: codearena.Task) -> None:
    usage = fence(f"print({task.entry_points[0]}([1, 2]))")
    assert reward(completions=[f"{fence(task.reference)}\nFor example:\n{usage}"], task=[TASK]) == [1.0]


def test_a_batch_of_nothing_is_nothing(reward: Reward) -> None:
    assert reward(prompts=[], completions=[], task=[]) == []


STRANGE = {
    "lone surrogates": "\ud800" * 100,
    "NULs": "\0" * 100,
    "NULs in a block": "```python\nx = 1\0\n```",
    "five megabytes": "x = 1\n" * 850_000,
    "five megabytes in a block": "```python\n" + "# \ud800\n" * 1_200_000 + "```",
    "backticks": "`" * 100_000,
    "deep": "(" * 100_000,
    "exits": "import os\nos._exit(0)",
    "raises": "raise BaseException('no')",
    "terminal tricks": "\x1b]0;title\x07\x1b[2J\u202e",
}


@pytest.mark.parametrize("kind", STRANGE)
def test_nothing_in_a_completion_raises(reward: Reward, kind: str) -> None:
    assert reward(completions=[STRANGE[kind], said(STRANGE[kind])], task=[TASK] * 2) == [0.0, 0.0]


def test_what_is_too_long_stays_too_long_when_shortened(reward: Reward, counter: Counter, task: codearena.Task) -> None:
    code = f"{task.reference}\n#"
    fits = code + "x" * (MAX_BYTES - len(code))
    first, *others = reward(completions=[fits, fits + "x", fits + "xxx"], task=[TASK] * 3)
    assert first == codearena.grade(fits, task).reward
    assert first is not None
    assert first > 0.95  # but for the length of its lines
    assert others == [0.0, 0.0]
    assert codearena.Submission.of(fits + "x").digest in counter.grades


# ------------------------------------------------------------------------------------------------ tasks


def test_a_task_may_be_an_id_a_folder_a_record_or_a_task(reward: Reward, task: codearena.Task) -> None:
    folder = Path(codearena.__file__).parent / "tasks" / "suite" / TASK
    record = task.to_dict()
    nulls = {**record, "family_of_another_table": None, "tags": None, "limits": {**record["limits"], "another_limit": None}}
    tasks: list[Any] = [TASK, folder, str(folder), record, nulls, task]
    assert reward(completions=[task.reference] * 6, task=tasks) == [1.0] * 6
    assert reward(completions=[task.starter] * 6, task=tasks) == [0.0] * 6


def test_the_column_may_have_another_name(task: codearena.Task) -> None:
    named = Reward(task_column="problem")
    assert named(completions=[task.reference], problem=[TASK], task=["another column"]) == [1.0]


def test_other_columns_and_what_a_trainer_adds_do_not_matter(reward: Reward, task: codearena.Task) -> None:
    assert reward(completions=[task.reference], task=[TASK], completion_ids=[[1]], trainer_state=object(), split=["train"]) == [1.0]


@pytest.mark.parametrize(
    ("batch", "message"),
    [
        ({"completions": ["x"]}, "no column 'task'"),
        ({"completions": ["x"], "tasks": [TASK]}, r"no column 'task' \(did you mean 'tasks'\?\).*given: tasks"),
        ({"completions": ["x"], "task": TASK}, "the column 'task': expected a list with one entry for each completion, not str"),
        ({"completions": ["x", "y"], "task": [TASK]}, "2 completions, but 1 tasks in the column 'task'"),
        ({"completions": ["x"], "task": [None]}, "row 0 of the column 'task' is None, not a task's id, folder or record"),
        ({"completions": ["x"], "task": [7]}, "row 0 of the column 'task' is 7"),
        ({"task": [TASK]}, "completions: expected a list .* not nothing"),
        ({"completions": "x", "task": [TASK]}, "completions: expected a list .* not str"),
        ({"completions": ["x", 5], "task": [TASK] * 2}, "completion 1 cannot be read: .* not int"),
        ({"completions": [[]], "task": [TASK]}, "completion 0 cannot be read: none of the 0 messages"),
        ({"completions": [{"content": "x"}], "task": [TASK]}, "completion 0 cannot be read: .* not dict"),
    ],
)
def test_a_batch_of_another_shape_is_named(reward: Reward, batch: Mapping[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        reward(**batch)


def test_an_unknown_task_is_named(reward: Reward) -> None:
    with pytest.raises(UnknownTaskError, match="did you mean 'easy/average-list'"):
        reward(completions=["x"], task=["easy/average-lost"])


def test_settings_are_checked_at_once() -> None:
    with pytest.raises(ConfigError, match="did you mean 'default'"):
        Reward(profile="defualt")
    with pytest.raises(ConfigError, match="workers"):
        Reward(workers=-1)
    with pytest.raises(UsageError, match="workers and config"):
        Reward(workers=1, config=SETTINGS)
    for wrong in (1.5, -0.1, float("nan"), True, "5%"):
        with pytest.raises(UsageError, match="max_ungraded"):
            Reward(max_ungraded=wrong)  # type: ignore[arg-type]


def test_a_profile_may_be_a_file(tmp_path: Path) -> None:
    file = tmp_path / "gentle.yaml"
    file.write_text("rule: weighted-sum\nscorers:\n  tests: {role: weighted, weight: 1}\n")
    assert codearena.Reward(profile=str(file)).profile.name == "gentle"


def test_a_profile_may_be_an_object(reward: Reward, task: codearena.Task) -> None:
    bare = replace(SETTINGS.profiles["default"], name="bare", entries=(codearena.Entry(scorer="tests", role="weighted", weight=0.7),))
    own = Reward(profile=bare)
    assert own(completions=[task.reference, task.starter], task=[TASK] * 2) == [1.0, 0.0]


# ------------------------------------------------------------------------------------------------ logs


def test_shares_and_flags_are_logged(unlucky: Any, task: codearena.Task) -> None:
    metrics: dict[str, float] = {}
    extras: dict[str, list[str]] = {}
    loop = "while True: pass"
    quick = replace(task, limits=replace(task.limits, cpu_seconds=0.3))
    completions = [task.reference, task.starter, loop, UNLUCKY, task.reference]
    rewards = unlucky()(completions=completions, task=[quick] * 5, log_metric=metrics.__setitem__, log_extra=extras.__setitem__)
    assert rewards == [1.0, 0.0, 0.0, None, 1.0]
    assert metrics == {"codearena/ungraded": 0.2, "codearena/solved": 0.5}
    assert extras == {"codearena/flags": ["", "", "timeout", "ungraded", ""]}


def test_logs_bear_the_name_of_the_function(task: codearena.Task) -> None:
    metrics: dict[str, float] = {}
    named = Reward(name="repair")
    assert named.__name__ == "repair"
    named(completions=[task.reference], task=[TASK], log_metric=metrics.__setitem__)
    assert metrics == {"repair/ungraded": 0.0, "repair/solved": 1.0}


# ------------------------------------------------------------------------------------------------ ungraded


def test_what_could_not_be_graded_earns_nothing_at_all(unlucky: Any, task: codearena.Task) -> None:
    completions = [task.reference, UNLUCKY, task.starter, fence(UNLUCKY)]
    assert unlucky()(completions=completions, task=[TASK] * 4) == [1.0, None, 0.0, None]


def test_too_many_of_them_stop_the_training(unlucky: Any, task: codearena.Task) -> None:
    strict = unlucky(max_ungraded=0.05)
    completions = [*[task.reference] * (ENOUGH - 2), UNLUCKY, UNLUCKY]
    expected = r"2 of the latest 20 completions \(10\.0%\) could not be graded, more than .* 5\.0%.*first reason: .*the power went out"
    with pytest.raises(TooManyUnscored, match=expected):
        strict(completions=completions, task=[TASK] * ENOUGH)


def test_few_of_them_do_not(unlucky: Any, task: codearena.Task) -> None:
    lenient = unlucky(max_ungraded=0.05)
    assert lenient(completions=[task.reference] * 19 + [UNLUCKY], task=[TASK] * 20) == [1.0] * 19 + [None]


def test_before_enough_were_seen_nothing_stops(unlucky: Any) -> None:
    strict = unlucky(max_ungraded=0)
    for _ in range(2):
        assert strict(completions=[UNLUCKY] * (ENOUGH // 2 - 1), task=[TASK] * (ENOUGH // 2 - 1)) == [None] * (ENOUGH // 2 - 1)
    with pytest.raises(TooManyUnscored):
        strict(completions=[UNLUCKY] * 2, task=[TASK] * 2)


def test_only_the_latest_count(unlucky: Any, task: codearena.Task) -> None:
    """A sandbox that breaks late in a long training is noticed, and one that recovers is forgiven."""
    function = unlucky(max_ungraded=0.05)
    good = {"completions": [task.reference] * WINDOW, "task": [TASK] * WINDOW}
    function(**good)
    function(**good)
    few = WINDOW // 20
    assert function(completions=[UNLUCKY] * few, task=[TASK] * few) == [None] * few
    with pytest.raises(TooManyUnscored, match=f"51 of the latest {WINDOW}"):
        function(completions=[UNLUCKY], task=[TASK])
    assert function(**good) == [1.0] * WINDOW


def test_everything_may_stay_ungraded_where_that_is_asked_for(unlucky: Any) -> None:
    assert unlucky(max_ungraded=1)(completions=[UNLUCKY] * 30, task=[TASK] * 30) == [None] * 30


def test_a_sandbox_that_never_worked_raises_at_once(unlucky: Any) -> None:
    with pytest.raises(SandboxUnavailable, match="no Landlock here"):
        unlucky(plugins=[Weak()])(completions=["x"], task=[TASK])


def test_a_task_that_cannot_be_registered_any_more_is_ungraded(unlucky: Any, task: codearena.Task) -> None:
    function = unlucky(plugins=[Weak(times=SETTINGS.workers)])
    function(completions=[task.reference], task=[TASK])
    function._arena()._lanes.abort()  # a machine that worked, and stopped doing so
    metrics: dict[str, float] = {}
    assert function(completions=["x", task.reference], task=[OTHER, TASK], log_metric=metrics.__setitem__) == [None, 1.0]
    assert metrics["codearena/ungraded"] == 0.5


def test_an_executor_that_fails_as_a_whole_leaves_the_batch_ungraded(unlucky: Any) -> None:
    assert unlucky(plugins=[LostCluster()])(completions=["x", "y"], task=[TASK, OTHER]) == [None, None]


# ------------------------------------------------------------------------------------------------ copies


def test_it_survives_pickling_before_and_after_use(task: codearena.Task) -> None:
    fresh = Reward(name="first", max_ungraded=0.5, config=SETTINGS, plugins=[Unlucky()])
    again = pickle.loads(pickle.dumps(fresh))
    assert again(completions=[task.reference, UNLUCKY], task=[TASK] * 2) == [1.0, None]
    third = pickle.loads(pickle.dumps(again))
    assert (third.__name__, third.max_ungraded, third.config, third.profile) == ("first", 0.5, SETTINGS, fresh.profile)
    assert third(completions=[task.starter, UNLUCKY], task=[TASK] * 2) == [0.0, None]
    assert len(pickle.dumps(again)) == len(pickle.dumps(fresh))
    for each in (again, third):
        each.close()


def test_a_copy_has_an_arena_of_its_own(reward: Reward, task: codearena.Task) -> None:
    reward(completions=[task.reference], task=[TASK])
    for copied in (copy.copy(reward), copy.deepcopy(reward)):
        assert copied(completions=[task.reference, task.starter], task=[TASK] * 2) == [1.0, 0.0]
        assert copied._arena() is not reward._arena()
        copied.close()
    assert reward(completions=[task.reference], task=[TASK]) == [1.0]


def test_a_plugin_that_is_a_module_is_pickled_by_its_name() -> None:
    module = codearena.scorers.tests  # type: ignore[attr-defined]
    plain = replace(SETTINGS, workers=1)
    assert pickle.loads(pickle.dumps(Reward(config=plain, plugins=[module]))).plugins == (module,)
    assert copy.deepcopy(Reward(config=plain, plugins=[module])).plugins == (module,)


def test_without_settings_it_shares_the_arena_of_grade(task: codearena.Task) -> None:
    plain = Reward()
    assert plain._arena() is default_arena()
    assert pickle.loads(pickle.dumps(plain))._arena() is default_arena()
    plain.close()  # which is not its own
    assert codearena.grade(task.reference, task).reward == 1.0
    assert Reward(workers=plain.config.workers + 1)._arena() is not default_arena()


def test_closed_it_opens_again(task: codearena.Task) -> None:
    function = Reward(config=SETTINGS, plugins=[Counter()])
    for _ in range(2):
        assert function(completions=[task.reference], task=[TASK]) == [1.0]
        function.close()
        function.close()


def test_forgotten_it_ends_its_processes(task: codearena.Task) -> None:
    function = Reward(config=SETTINGS, plugins=[Counter()])
    function(completions=[task.reference], task=[TASK])
    started = supervisors(function)
    assert started
    assert all(Path(f"/proc/{pid}").exists() for pid in started)
    del function
    assert not any(Path(f"/proc/{pid}").exists() for pid in started)


# ------------------------------------------------------------------------------------------------ processes, threads


def test_eight_threads_at_once_get_equal_results(task: codearena.Task) -> None:
    function = Reward(config=SETTINGS, plugins=[Counter()])
    completions = [task.reference, task.starter, *(text for _, text in task.wrong), "", "\0"]
    start = threading.Barrier(8)

    def call(_: int) -> list[float | None]:
        start.wait()
        return function(completions=completions, task=[TASK] * len(completions))

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(call, range(8)))
    assert results[0][:2] == [1.0, 0.0]
    assert None not in results[0]
    assert all(result == results[0] for result in results)
    function.close()


def supervisors(function: Reward) -> list[int]:
    """Return the processes that grade for ``function``."""
    return [lane._process.pid for lane in function._arena()._lanes._open]  # type: ignore[attr-defined]


def send_rewards(functions: Sequence[Reward], completions: list[str], pipe: Connection) -> None:
    """Grade in a child process; say with what arena."""
    try:
        made = [function(completions=completions, task=[TASK] * len(completions)) for function in functions]
        pipe.send((made, [supervisors(function) for function in functions]))
    except BaseException as error:  # noqa: BLE001 - the parent shows it
        pipe.send((repr(error), []))
    for function in functions:
        function.close()


# Forking a process with threads is what this is about: trainers do it for their data loaders.
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_another_process_gets_an_arena_of_its_own(reward: Reward, task: codearena.Task, method: str) -> None:
    functions = [Reward(), Reward(config=SETTINGS, plugins=[Unlucky()])]
    completions = [task.reference, task.starter]
    for function in functions:
        assert function(completions=completions, task=[TASK] * 2) == [1.0, 0.0]
    ours = [supervisors(function) for function in functions]
    context: Any = multiprocessing.get_context(method)
    here, there = context.Pipe()
    child = context.Process(target=send_rewards, args=(functions, [*completions, "# only there"], there))
    child.start()
    there.close()
    rewards, theirs = here.recv()
    child.join(30)
    assert child.exitcode == 0
    assert rewards == [[1.0, 0.0, 0.0]] * 2
    assert all(theirs)
    assert not set(chain(*ours)) & set(chain(*theirs))
    for function in functions:
        assert function(completions=[*completions, "# still here"], task=[TASK] * 3) == [1.0, 0.0, 0.0]
        function.close()


def test_without_a_trainer_the_example_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "trl.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    root = Path(codearena.__file__).parents[1]
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": f"{tmp_path}{os.pathsep}{root}"}
    command = [sys.executable, str(root / "examples" / "reward.py")]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path, env=environ)
    assert ran.returncode == 1
    assert re.fullmatch(r"This example trains with TRL, which is not installed: pip install .*\n", ran.stderr)
