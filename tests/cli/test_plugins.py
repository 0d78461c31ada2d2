"""``codearena plugins``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import codearena
from codearena.builtins import PLUGINS

PLUGIN = """
import codearena as ca

@ca.scorer(stage="static", version="3")
def no_print(case):
    return 0.0 if case.source.calls("print") else 1.0

@ca.hookimpl
def codearena_scorers():
    yield no_print
"""


def test_every_plugin_is_there_with_what_it_offers(program: Callable[..., Any], environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "quiet_plugin.py").write_text(PLUGIN)
    path = f"{environment['PYTHONPATH']}:{tmp_path}"
    ran = program("plugins", "--json", PYTHONPATH=path, CODEARENA_PLUGIN_MODULES="quiet_plugin,not_there", CODEARENA_PLUGINS="")
    assert ran.status == 0, ran.err
    rows = {row["name"]: row for row in json.loads(ran.out)}
    assert set(rows) >= {*PLUGINS, "quiet_plugin", "not_there"}
    assert rows["codearena.scorers.tests"] == {
        "name": "codearena.scorers.tests",
        "version": codearena.__version__,
        "origin": "built-in",
        "hooks": ["codearena_scorers"],
        "scorers": [{"name": "tests", "version": "1", "stage": "execution"}],
        "error": "",
    }
    assert rows["quiet_plugin"]["origin"] == "configuration"
    assert rows["quiet_plugin"]["scorers"] == [{"name": "no-print", "version": "3", "stage": "static"}]
    assert "ModuleNotFoundError" in rows["not_there"]["error"]


def test_a_person_reads_why_one_is_not_loaded(program: Callable[..., Any]) -> None:
    ran = program("plugins", CODEARENA_PLUGIN_MODULES="not_there")
    assert ran.status == 0
    assert "  scorers  tests (execution, version 1)\n" in ran.out
    assert "not_there  configuration\n  not loaded: ModuleNotFoundError" in ran.out


def test_a_plugin_that_fits_no_hook_is_named(program: Callable[..., Any], environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "odd_plugin.py").write_text("import codearena as ca\n@ca.hookimpl\ndef codearena_scorers(colour):\n    return []\n")
    path = f"{environment['PYTHONPATH']}:{tmp_path}"
    ran = program("plugins", PYTHONPATH=path, CODEARENA_PLUGIN_MODULES="odd_plugin")
    assert (ran.status, ran.out) == (2, "")
    assert "plugin 'odd_plugin' (configuration) does not fit the hooks" in ran.err
