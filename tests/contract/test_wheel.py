"""What is installed is what stands in the checkout."""

from __future__ import annotations

import zipfile
from pathlib import Path

import codearena

PACKAGE = Path(codearena.__file__).parent


def test_the_wheel_holds_every_file_of_the_package(wheels: dict[str, Path]) -> None:
    held = {name for name in zipfile.ZipFile(wheels["codearena"]).namelist() if ".dist-info/" not in name}
    files = {path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    exploits = PACKAGE.parent / "tests" / "exploits"
    corpus = [path for kind in ("corpus", "honest", "targets", "README.md") for path in (exploits / kind, *(exploits / kind).rglob("*"))]
    beside = {f"codearena/exploit_corpus/{path.relative_to(exploits).as_posix()}" for path in corpus if path.is_file()}
    assert held == {path.relative_to(PACKAGE.parent).as_posix() for path in files} | {each for each in beside if "__pycache__" not in each}


def test_the_wheel_holds_the_bundled_tasks(wheels: dict[str, Path]) -> None:
    held = zipfile.ZipFile(wheels["codearena"]).namelist()
    for task in ("easy/average-list", "medium/binary-search", "hard/max-subarray", "types/sum-mixed", "security/calculator"):
        folder = f"codearena/tasks/suite/{task}/"
        for part in ("task.toml", "prompt.md", "starter.py", "reference.py", "tests/test_hidden.py"):
            assert folder + part in held


def test_the_wheel_tells_type_checkers_that_it_is_typed(wheels: dict[str, Path]) -> None:
    assert "codearena/py.typed" in zipfile.ZipFile(wheels["codearena"]).namelist()
