"""A third-party plugin, installed as a user would install it, in an environment of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from codearena.tasks.bundled import Bundled

ROOT = Path(__file__).parents[2]
TASK = "easy/average-list"
HOUSE = """
[profiles.house]
base = "default"

[profiles.house.scorers.no-print]
weight = 0.05
"""

GRADE = """
import json, sys
import codearena as ca

task, profile, codes = json.load(sys.stdin)
grades = ca.grade_many([(code, task) for code in codes], profile=profile, workers=2)
json.dump([{**grade.to_dict(), "plan": grade.plan.digest, "hex": grade.reward.hex()} for grade in grades], sys.stdout)
"""

LOOK = """
import json, sys
import codearena as ca

arena = ca.Arena()
json.dump({"scorers": sorted(arena.scorers), "plugins": {i.name: i.error for i in arena.plugins.infos}, "from": ca.__file__}, sys.stdout)
"""

TEST = """
import json, sys
import pytest

(tests,) = json.load(sys.stdin)
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", "-c", "/dev/null", "--rootdir", tests, tests]))
"""


class Environment:
    """A fresh virtual environment that borrows the dependencies of the one the tests run in."""

    def __init__(self, folder: Path) -> None:
        self.work = folder / "work"
        self.work.mkdir()
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
        self.python = folder / "venv" / "bin" / "python"
        # Paths named in a .pth file come last, and their own .pth files are not read: an editable install of
        # the library in the outer environment stays out of sight.
        borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        self.site = Path(self.run("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        (self.site / "borrowed.pth").write_text("".join(f"{path}\n" for path in sorted(borrowed)), encoding="utf-8")

    def install(self, wheel: Path) -> None:
        """Install ``wheel``, and nothing else."""
        command = [sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet", "--no-deps", "--no-index", wheel]
        subprocess.run(command, check=True, cwd=self.work)

    def run(self, program: str, *given: object) -> str:
        """Run ``program`` with ``given`` on standard input as JSON; return what it printed."""
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "CODEARENA_"))}
        command = [self.python, "-c", program]
        ran = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False, cwd=self.work, env=environ)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def grade(self, codes: list[str], profile: str) -> list[dict[str, Any]]:
        """Grade ``codes`` on the task; return the grades as data."""
        graded: list[dict[str, Any]] = json.loads(self.run(GRADE, TASK, profile, codes))
        return graded


@pytest.fixture(scope="module")
def codes() -> list[str]:
    """Submissions that earn everything, something and nothing."""
    task = Bundled().load(TASK)
    assert task is not None
    return [task.reference, task.reference + "\nprint('done')\n", task.starter, "", *(text for _, text in task.right + task.wrong)]


@pytest.fixture(scope="module")
def before(environment: Environment, codes: list[str]) -> list[dict[str, Any]]:
    """Grades under ``default`` from before the plugin is installed."""
    return environment.grade(codes, "default")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory, wheels: dict[str, Path]) -> Environment:
    """An environment that holds the library."""
    made = Environment(tmp_path_factory.mktemp("environment"))
    made.install(wheels["codearena"])
    return made


@pytest.fixture(scope="module")
def extended(environment: Environment, before: list[dict[str, Any]], wheels: dict[str, Path]) -> Environment:
    """The same environment once the plugin is installed too, with a profile that uses it."""
    assert before
    environment.install(wheels["codearena_example"])
    return environment


@pytest.fixture(autouse=True)
def configured(environment: Environment) -> None:
    """Start every test from the same configuration."""
    (environment.work / "codearena.toml").write_text(HOUSE, encoding="utf-8")


def test_a_profile_that_names_the_scorer_pays_for_it(extended: Environment, codes: list[str]) -> None:
    silent, printing, *_ = extended.grade(codes[:2], "house")
    points = [{share["name"]: share["points"] for share in grade["shares"]} for grade in (silent, printing)]
    assert [each["no-print"] for each in points] == [0.05, 0.0]
    assert [sum(each.values()) for each in points] == pytest.approx([silent["reward"], printing["reward"]])
    assert silent["reward"] == 1.0
    assert printing["solved"]


def test_installing_the_plugin_changes_no_reward(extended: Environment, before: list[dict[str, Any]], codes: list[str]) -> None:
    after = extended.grade(codes, "default")
    assert [grade["hex"] for grade in after] == [grade["hex"] for grade in before]
    assert [grade["plan"] for grade in after] == [grade["plan"] for grade in before]
    assert len({grade["hex"] for grade in after}) > 2


def test_the_plugin_is_found_where_it_was_installed(extended: Environment) -> None:
    found = json.loads(extended.run(LOOK))
    assert Path(found["from"]).is_relative_to(extended.site)
    assert "no-print" in found["scorers"]
    assert found["plugins"]["example"] == ""


def test_an_allow_list_leaves_it_out(extended: Environment) -> None:
    (extended.work / "codearena.toml").write_text("plugins = []\n", encoding="utf-8")
    found = json.loads(extended.run(LOOK))
    assert "no-print" not in found["scorers"]
    assert found["plugins"]["example"] == "not in the allow-list"


def test_an_allow_list_may_pin_its_version(extended: Environment) -> None:
    (extended.work / "codearena.toml").write_text('plugins = ["example==1.0.0"]\n' + HOUSE, encoding="utf-8")
    assert "no-print" in json.loads(extended.run(LOOK))["scorers"]


def test_the_plugin_passes_its_own_tests(extended: Environment) -> None:
    tests = ROOT / "plugins" / "codearena-example" / "tests"
    printed = extended.run(TEST, str(tests))
    assert "6 passed" in printed, printed
