"""The front page: what ``codearena`` shows is what it means to show, and each of it says what it promises."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

import codearena


def visible() -> set[str]:
    """Return the public names of the package, its own modules left out."""
    found = {name: value for name, value in vars(codearena).items() if not name.startswith("_")}
    return {name for name, value in found.items() if not (isinstance(value, ModuleType) and value.__name__ == f"codearena.{name}")}


def test_names_are_listed_in_order() -> None:
    assert list(codearena.__all__) == sorted(set(codearena.__all__))


def test_every_visible_name_is_listed() -> None:
    assert visible() <= set(codearena.__all__)


@pytest.mark.parametrize("name", codearena.__all__)
def test_every_listed_name_says_what_it_promises(name: str) -> None:
    doc = inspect.getdoc(getattr(codearena, name))
    assert doc, f"codearena.{name} has no docstring"
    first = doc.splitlines()[0]
    assert len(first) <= 120, f"the first line of codearena.{name} has {len(first)} characters"
    assert not first.startswith(f"{name}("), f"codearena.{name} has only the docstring that its decorator made"
