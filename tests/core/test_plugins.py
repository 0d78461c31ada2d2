"""Plugins are found in one order, offer objects, and can neither change nor take down what others do."""

from __future__ import annotations

import itertools
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import codearena as ca
from codearena.builtins import PLUGINS
from codearena.core.case import Case
from codearena.core.config import Config
from codearena.core.contracts import Scorer
from codearena.core.errors import ConfigError, ContractError, PluginConflictError, PluginError, PluginLoadError
from codearena.core.plugins import PluginInfo, Plugins

MODULE = """
import codearena as ca

@ca.scorer(stage="static", version="1", name="{name}")
def own(case):
    return 1.0

@ca.hookimpl
def codearena_scorers():
    yield own
"""


def full_marks(case: Case) -> float:
    return 1.0


def offered(name: str) -> Scorer:
    return ca.scorer(stage="static", version="1", name=name)(full_marks)


def plugin(name: str, **hooks: Callable[..., Any]) -> ModuleType:
    """Return a plugin called ``name`` with these implementations, each given without its prefix."""
    made = ModuleType(name)
    for hook, function in hooks.items():
        setattr(made, f"codearena_{hook}", ca.hookimpl(function))
    return made


def nothing() -> list[Scorer]:
    return []


def load(*extra: object, builtins: tuple[str, ...] = (), **config: Any) -> Plugins:
    return Plugins(Config(**{"plugins": (), **config}), builtins, extra)


class Site:
    """A folder on the path in which distributions and modules can be installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []

    def module(self, name: str, text: str) -> str:
        (self.folder / f"{name}.py").write_text(text, encoding="utf-8")
        self.names.append(name)
        return name

    def distribution(self, name: str, module: str, version: str = "1.0", point: str = "") -> None:
        info = self.folder / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[codearena]\n{point or name} = {module}\n", encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    made = Site(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    yield made
    for name in made.names:
        sys.modules.pop(name, None)


def installed(plugins: Plugins) -> list[PluginInfo]:
    """Return what is known of the plugins in our folder; others may be installed beside them."""
    return [info for info in plugins.infos if info.name.startswith("test-")]


# ---------------------------------------------------------------------------------------------------- finding


def test_built_in_plugins_come_first_then_entry_points_then_configuration_then_arguments(site: Site) -> None:
    site.distribution("test-zeta", site.module("a_plugin", MODULE.format(name="zeta")))
    site.distribution("test-alpha", site.module("z_plugin", MODULE.format(name="alpha")))
    site.module("listed_plugin", MODULE.format(name="listed"))
    given = plugin("given", scorers=lambda: [offered("given")])
    plugins = load(given, builtins=PLUGINS, plugins=("test-zeta", "test-alpha"), plugin_modules=("listed_plugin",))
    built_in = [("built-in", name) for name in PLUGINS]
    found = [(info.origin, info.name) for info in plugins.infos if not info.error]
    assert found == [
        *built_in,
        ("entry point", "test-alpha"),
        ("entry point", "test-zeta"),
        ("configuration", "listed_plugin"),
        ("argument", "given"),
    ]
    order = [name.partition(":")[0] for name, _ in plugins.offers("codearena_scorers")]
    assert order == [*["built-in"] * 12, "entry point", "entry point", "configuration", "argument"]


def test_what_a_plugin_implements_is_known(site: Site) -> None:
    site.distribution("test-alpha", site.module("alpha_plugin", MODULE.format(name="alpha")), version="2.5")
    plugins = load(plugins=None)
    assert installed(plugins) == [PluginInfo(name="test-alpha", version="2.5", origin="entry point", hooks=("codearena_scorers",))]


def test_an_entry_point_may_name_something_inside_its_module(site: Site) -> None:
    site.distribution("test-alpha", f"{site.module('alpha_plugin', MODULE.format(name='alpha'))}:own")
    assert "alpha" in load(plugins=("test-alpha",)).scorers()


def test_a_plugin_that_cannot_be_imported_is_a_warning(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.distribution("test-alpha", site.module("alpha_plugin", MODULE.format(name="alpha")))
    site.distribution("test-broken", site.module("broken_plugin", "import nothing_of_this_name"), version="3.1")
    with caplog.at_level(logging.WARNING, "codearena.plugins"):
        plugins = load(plugins=None)
    assert [info.error for info in installed(plugins)] == ["", "ModuleNotFoundError: No module named 'nothing_of_this_name'"]
    assert "plugin test-broken 3.1 could not be imported: ModuleNotFoundError" in caplog.text
    assert "alpha" in plugins.scorers()


@pytest.mark.parametrize("text", ["raise SystemExit(3)", "import sys\nsys.exit()"])
def test_a_plugin_that_ends_the_process_while_it_is_imported_is_a_warning_too(site: Site, text: str) -> None:
    plugins = load(plugin_modules=(site.module("ending_plugin", text),))
    assert [(info.name, info.error.partition(":")[0]) for info in plugins.infos if info.origin == "configuration"] == [
        ("ending_plugin", "SystemExit")
    ]


def test_the_same_plugins_given_in_any_order_offer_the_same(site: Site) -> None:
    given = [plugin(name, scorers=lambda name=name: [offered(name)]) for name in ("one", "two", "three")]
    made = [list(load(*each).scorers()) for each in itertools.permutations(given)]
    assert made == [["one", "three", "two"]] * 6


# ---------------------------------------------------------------------------------------------------- allow-list


@pytest.fixture
def two(site: Site) -> Site:
    """Two distributions that each offer a scorer of their name."""
    for name in ("alpha", "beta"):
        site.distribution(f"test-{name}", site.module(f"{name}_plugin", MODULE.format(name=name)), version="1.0")
    return site


@pytest.mark.parametrize("pin", ["test-alpha", "test-alpha==1.0"])
def test_an_allow_list_leaves_out_every_other_entry_point(two: Site, pin: str) -> None:
    plugins = load(plugins=(pin,))
    assert [(info.name, info.error) for info in installed(plugins)] == [("test-alpha", ""), ("test-beta", "not in the allow-list")]
    assert list(plugins.scorers()) == ["alpha"]
    assert "beta_plugin" not in sys.modules


def test_an_empty_allow_list_allows_none(two: Site) -> None:
    assert load(plugins=()).scorers() == {}


def test_without_an_allow_list_all_are_allowed(two: Site) -> None:
    assert {"alpha", "beta"} <= set(load(plugins=None).scorers())


def test_an_allow_list_names_only_what_is_installed(two: Site) -> None:
    with pytest.raises(ConfigError, match=r"'test-alhpa', which is not installed \(did you mean 'test-alpha'\?\)"):
        load(plugins=("test-alhpa",))


def test_a_pinned_version_must_be_the_installed_one(two: Site) -> None:
    with pytest.raises(ConfigError, match=r"pins test-alpha==2\.0, but version 1\.0 is installed"):
        load(plugins=("test-alpha==2.0",))


def test_configuration_and_arguments_are_not_subject_to_the_allow_list(site: Site) -> None:
    site.module("listed_plugin", MODULE.format(name="listed"))
    plugins = load(plugin("given", scorers=lambda: [offered("given")]), plugin_modules=("listed_plugin",))
    assert list(plugins.scorers()) == ["given", "listed"]


# ---------------------------------------------------------------------------------------------------- offers


def test_a_hook_gets_the_configuration_it_asks_for() -> None:
    seen = []

    def scorers(config: Config) -> list[Scorer]:
        seen.append(config)
        return []

    plugins = load(plugin("given", scorers=scorers), seed=5)
    plugins.scorers()
    assert seen == [Config(plugins=(), seed=5)]


def test_offers_are_paired_with_who_made_them() -> None:
    given = plugin("given", task_sources=lambda: iter(["first", "second"]))
    assert load(given).offers("codearena_task_sources") == [("argument:given", "first"), ("argument:given", "second")]


@pytest.mark.parametrize("made", [None, 5, "no-print", offered("alone")], ids=["None", "a number", "a text", "one scorer"])
def test_a_plugin_that_offers_no_collection_is_named(made: object) -> None:
    with pytest.raises(ContractError, match=rf"given: codearena_scorers returned {type(made).__name__}; expected several objects"):
        load(plugin("given", scorers=lambda: made)).scorers()


def test_a_function_that_was_not_declared_is_no_scorer() -> None:
    with pytest.raises(ContractError, match=r"given offers function as a scorer; decorate it with @codearena\.scorer"):
        load(plugin("given", scorers=lambda: [full_marks])).scorers()


def test_two_plugins_may_not_offer_one_name_and_all_who_do_are_named() -> None:
    given = [plugin(name, scorers=lambda: [offered("same")]) for name in ("one", "two", "three")]
    with pytest.raises(PluginConflictError, match="'same' is offered by argument:one, argument:two, argument:three; disable all but one"):
        load(*given).scorers()


def test_a_plugin_may_not_take_the_name_of_a_built_in_scorer() -> None:
    with pytest.raises(PluginConflictError, match=r"'tests' is offered by built-in:codearena\.scorers\.tests, argument:given"):
        load(plugin("given", scorers=lambda: [offered("tests")]), builtins=PLUGINS).scorers()


def test_a_plugin_that_raises_while_it_offers_is_named() -> None:
    def scorers() -> list[Scorer]:
        raise LookupError("the shelf is empty")

    with pytest.raises(PluginError, match=r"given.*codearena_scorers.*LookupError: the shelf is empty"):
        load(plugin("given", scorers=scorers)).scorers()


# ---------------------------------------------------------------------------------------------------- registering


def test_a_misspelt_hook_is_refused() -> None:
    with pytest.raises(PluginLoadError, match=r"plugin 'given' \(argument\) does not fit the hooks: .*codearena_scorer"):
        load(plugin("given", scorer=nothing))


def test_an_argument_that_the_hook_does_not_have_is_refused() -> None:
    with pytest.raises(PluginLoadError, match=r"plugin 'given' \(argument\) does not fit the hooks: [^$]*cofnig"):
        load(plugin("given", scorers=lambda cofnig: []))


def test_any_object_can_be_a_plugin() -> None:
    class House:
        @ca.hookimpl
        def codearena_scorers(self) -> list[Scorer]:
            return [offered("house")]

    assert list(load(House()).scorers()) == ["house"]
    assert list(load(SimpleNamespace(codearena_scorers=ca.hookimpl(lambda: [offered("simple")]))).scorers()) == ["simple"]


def test_two_objects_of_one_class_can_be_plugins_side_by_side() -> None:
    class House:
        def __init__(self, name: str) -> None:
            self.name = name

        @ca.hookimpl
        def codearena_scorers(self) -> list[Scorer]:
            return [offered(self.name)]

    assert list(load(House("one"), House("two")).scorers()) == ["one", "two"]


# ---------------------------------------------------------------------------------------------------- choices


def test_the_built_in_choice_answers_last() -> None:
    mine = object()
    assert load(plugin("given", cache=lambda: mine), builtins=PLUGINS).choose("codearena_cache") is mine
    assert type(load(builtins=PLUGINS).choose("codearena_cache")).__name__ == "MemoryCache"


def test_a_plugin_may_leave_the_choice_to_the_next() -> None:
    mine = object()
    given = [plugin("one", executor=lambda: mine), plugin("two", executor=lambda config: None)]
    for order in (given, given[::-1]):
        assert load(*order, builtins=PLUGINS).choose("codearena_executor") is mine


# ---------------------------------------------------------------------------------------------------- announcements


def test_every_observer_is_told_and_one_that_raises_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[Any] = []

    def remember(grade: object) -> None:
        heard.append(grade)

    def broken(grade: object) -> None:
        heard.append("broken")
        raise RuntimeError("observer down")

    given = [
        plugin("first", grade_finished=lambda task, grade: heard.append((task, grade))),
        plugin("broken", grade_finished=broken),
        plugin("last", grade_finished=remember),
        plugin("deaf", scorers=nothing),
    ]
    with caplog.at_level(logging.ERROR, "codearena.plugins"):
        load(*given).announce("codearena_grade_finished", task="task", grade="grade")
    assert sorted(heard, key=repr) == ["broken", "grade", ("task", "grade")]
    assert "plugin argument:broken raised in codearena_grade_finished" in caplog.text
    assert "observer down" in caplog.text


def test_ctrl_c_in_an_observer_is_not_swallowed() -> None:
    def stop(grade: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(plugin("given", grade_finished=stop)).announce("codearena_grade_finished", task="task", grade="grade")
