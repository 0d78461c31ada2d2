"""Configuration comes in layers, and what is not understood is named with the nearest thing that would be."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from codearena.core.config import Config, load_config
from codearena.core.errors import ConfigError
from codearena.core.plan import DEFAULT, Entry, Profile

HOUSE = """
[profiles.house]
base = "default"

[profiles.house.scorers.no-print]
weight = 0.05
options = { width = 100, kind = "plain" }
"""


def load(folder: Path, text: str | None = None, environ: dict[str, str] | None = None, **arguments: Any) -> Config:
    """Load the configuration of ``folder``, with ``text`` as its codearena.toml, and nothing from this process."""
    if text is not None:
        (folder / "codearena.toml").write_text(text, encoding="utf-8")
    return load_config(start=folder, environ=environ or {}, **arguments)


@pytest.fixture(autouse=True)
def bounded(tmp_path: Path) -> None:
    """A file above the folder that says nothing, so that nothing further up is found."""
    (tmp_path.parent / "codearena.toml").write_text("", encoding="utf-8")


# ---------------------------------------------------------------------------------------------------- layers


def test_without_any_layer_there_are_the_defaults(tmp_path: Path) -> None:
    config = load(tmp_path)
    assert config == Config()
    assert (config.profile, config.workers, config.min_level, config.plugins, config.plugin_modules) == ("default", 0, "locked", None, ())
    assert (config.scratch, config.seed, config.profiles) == ("", 0, {"default": DEFAULT})


def test_a_later_layer_wins(tmp_path: Path) -> None:
    text, environ = "seed = 1\nworkers = 1\nscratch = 'file'\n", {"CODEARENA_SEED": "2", "CODEARENA_WORKERS": "2"}
    config = load(tmp_path, text, environ, seed=3)
    assert (config.seed, config.workers, config.scratch) == (3, 2, "file")


def test_an_argument_that_is_none_is_not_given(tmp_path: Path) -> None:
    assert load(tmp_path, "seed = 1", seed=None, plugins=None).seed == 1


def test_every_key_may_stand_in_the_file(tmp_path: Path) -> None:
    text = """
        profile = "default"
        workers = 3
        min_level = "filtered"
        plugins = ["one", "two==1.0"]
        plugin_modules = ["house_rules"]
        scratch = "/tmp"
        seed = -5
    """
    expected = Config(
        workers=3, min_level="filtered", plugins=("one", "two==1.0"), plugin_modules=("house_rules",), scratch="/tmp", seed=-5
    )
    assert load(tmp_path, text) == expected


def test_every_key_but_profiles_may_stand_in_the_environment(tmp_path: Path) -> None:
    environ = {
        "CODEARENA_PROFILE": "default",
        "CODEARENA_WORKERS": "3",
        "CODEARENA_MIN_LEVEL": "filtered",
        "CODEARENA_PLUGINS": "one, two==1.0,",
        "CODEARENA_PLUGIN_MODULES": "house_rules",
        "CODEARENA_SCRATCH": "/tmp",
        "CODEARENA_SEED": "-5",
        "HOME": "/nowhere",
    }
    assert len(environ) == len(dataclasses.fields(Config))
    expected = Config(
        workers=3, min_level="filtered", plugins=("one", "two==1.0"), plugin_modules=("house_rules",), scratch="/tmp", seed=-5
    )
    assert load(tmp_path, environ=environ) == expected


def test_an_empty_list_in_the_environment_allows_no_plugin(tmp_path: Path) -> None:
    assert load(tmp_path, environ={"CODEARENA_PLUGINS": ""}).plugins == ()


def test_the_environment_of_the_process_is_read_unless_another_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CODEARENA_SEED", "11")
    assert load_config(start=tmp_path).seed == 11
    assert load_config(start=tmp_path, environ={}).seed == 0


def test_the_current_folder_is_where_the_search_starts_unless_another_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "codearena.toml").write_text("seed = 4", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert load_config(environ={}).seed == 4


# ---------------------------------------------------------------------------------------------------- files


def test_the_nearest_file_upwards_is_the_only_one_read(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "codearena.toml").write_text("seed = 1\nworkers = 1", encoding="utf-8")
    (tmp_path / "a" / "codearena.toml").write_text("seed = 2", encoding="utf-8")
    assert (load(inner).seed, load(inner).workers) == (2, 0)
    assert load(tmp_path).workers == 1


def test_a_table_of_pyproject_is_as_good(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.codearena]\nseed = 6\n[tool.codearena.profiles.house]\n", encoding="utf-8")
    assert load(tmp_path).seed == 6
    assert "house" in load(tmp_path).profiles


def test_codearena_toml_goes_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.codearena]\nseed = 6", encoding="utf-8")
    assert load(tmp_path, "seed = 7").seed == 7


def test_a_project_without_our_table_ends_the_search(tmp_path: Path) -> None:
    inner = tmp_path / "project"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1", encoding="utf-8")
    (tmp_path / "codearena.toml").write_text("seed = 1", encoding="utf-8")
    assert load(inner).seed == 0


@pytest.mark.parametrize("name", ["codearena.toml", "pyproject.toml"])
@pytest.mark.parametrize("content", [b"seed = = 1", b"seed = '\xff'"], ids=["no TOML", "no UTF-8"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ConfigError, match=f"{name} cannot be read: "):
        load(tmp_path)


def test_a_folder_called_like_the_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "codearena.toml").mkdir()
    assert load(tmp_path) == Config()


# ---------------------------------------------------------------------------------------------------- mistakes


def test_an_unknown_key_is_named_with_its_place_and_the_nearest_known_one(tmp_path: Path) -> None:
    known = "known: profile, workers, min_level"
    with pytest.raises(ConfigError, match=rf"codearena.toml: unknown key 'worker' \(did you mean 'workers'\?\); {known}"):
        load(tmp_path, "worker = 3")
    with pytest.raises(ConfigError, match=rf"the arguments: unknown key 'profil' \(did you mean 'profile'\?\); {known}"):
        load(tmp_path, "", profil="default")
    with pytest.raises(ConfigError, match=r"sets CODEARENA_WORKER, which means nothing \(did you mean 'CODEARENA_WORKERS'\?\)"):
        load(tmp_path, environ={"CODEARENA_WORKER": "3"})


def test_profiles_have_no_place_in_the_environment(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="sets CODEARENA_PROFILES, which means nothing"):
        load(tmp_path, environ={"CODEARENA_PROFILES": "house"})


BAD: list[tuple[str, Any, str]] = [
    ("workers", "many", "must be a whole number, not 'many'"),
    ("workers", 1.5, "must be a whole number, not 1.5"),
    ("workers", True, "must be a whole number, not True"),
    ("workers", -1, "must be a whole number, not -1"),
    ("seed", "7", "must be a whole number, not '7'"),
    ("plugins", "one", "must be a list of texts, not 'one'"),
    ("plugins", ["one", 2], "must be a list of texts"),
    ("plugins", 3, "must be a list of texts, not 3"),
    ("plugins", True, "must be a list of texts, not True"),
    ("plugin_modules", {"one": 1}, "must be a list of texts"),
    ("scratch", 3, "must be a text, not 3"),
    ("profile", ["default"], "must be a text"),
    ("min_level", "lockd", r"'lockd' is not one of process, filtered, locked \(did you mean 'locked'\?\)"),
    ("min_level", 2, "must be a text, not 2"),
    ("profiles", "house", "must be a table of tables, not 'house'"),
]


@pytest.mark.parametrize(("key", "value", "problem"), BAD)
def test_a_value_that_is_not_understood_is_shown_with_what_was_expected(tmp_path: Path, key: str, value: Any, problem: str) -> None:
    with pytest.raises(ConfigError, match=f"the arguments: {key} {problem}"):
        load(tmp_path, **{key: value})


@pytest.mark.parametrize("text", ["many", "", "1.5", "--5", "5-", "-", "²"])
def test_a_number_in_the_environment_is_a_number(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="the environment: seed must be a whole number"):
        load(tmp_path, environ={"CODEARENA_SEED": text})


def test_our_table_of_pyproject_is_a_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool]\ncodearena = 3", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"pyproject\.toml"):
        load(tmp_path)


def test_a_profile_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"no profile is called 'hous' \(did you mean 'house'\?\); known: default, house"):
        load(tmp_path, HOUSE, profile="hous")


# ---------------------------------------------------------------------------------------------------- profiles


def test_a_profile_adds_scorers_to_its_base(tmp_path: Path) -> None:
    house = load(tmp_path, f'profile = "house"\n{HOUSE}').profiles["house"]
    added = Entry(scorer="no-print", role="weighted", weight=0.05, options=(("kind", "plain"), ("width", 100)))
    assert house == Profile(name="house", entries=(*DEFAULT.entries, added), rule=DEFAULT.rule)


def test_a_profile_stands_beside_the_built_in_ones(tmp_path: Path) -> None:
    assert set(load(tmp_path, HOUSE).profiles) == {"default", "house"}
    assert load(tmp_path, HOUSE).profiles["default"] == DEFAULT


def test_a_profile_may_build_on_another_of_the_file(tmp_path: Path) -> None:
    profiles = load(tmp_path, f'{HOUSE}\n[profiles.strict]\nbase = "house"\n[profiles.strict.scorers.short]\nrole = "gate"\n').profiles
    assert profiles["strict"].entries == (*profiles["house"].entries, Entry(scorer="short", role="gate"))


def test_a_profile_may_be_given_as_an_object(tmp_path: Path) -> None:
    mine = Profile(name="mine", entries=(Entry(scorer="tests", role="weighted", weight=0.7),))
    assert load(tmp_path, profiles={"mine": mine}, profile="mine").profiles["mine"] is mine


@pytest.mark.parametrize(
    ("row", "role", "weight"),
    [
        ("", "advisory", 0.0),
        ("weight = 0", "advisory", 0.0),
        ("weight = 0.25", "weighted", 0.25),
        ("role = 'gate'", "gate", 0.0),
        ("role = 'advisory'\nweight = 0.5", "advisory", 0.5),
    ],
)
def test_a_scorer_with_a_weight_is_weighted_and_without_one_gives_advice(tmp_path: Path, row: str, role: str, weight: float) -> None:
    (entry,) = load(tmp_path, f"[profiles.house.scorers.short]\n{row}").profiles["house"].entries[len(DEFAULT.entries) :]
    assert (entry.scorer, entry.role, entry.weight) == ("short", role, weight)


def test_options_for_a_scorer_of_the_base_leave_its_role_and_weight(tmp_path: Path) -> None:
    text = "[profiles.house.scorers.compiles.options]\nwidth = 100\n[profiles.house.scorers.tests.options]\nquick = true\n"
    entries = {entry.scorer: entry for entry in load(tmp_path, text).profiles["house"].entries}
    assert entries["compiles"] == Entry(scorer="compiles", role="gate", options=(("width", 100),))
    assert entries["tests"] == Entry(scorer="tests", role="weighted", weight=0.7, options=(("quick", True),))


def test_weights_beside_correctness_may_sum_to_exactly_0_70(tmp_path: Path) -> None:
    rows = "".join(f"[profiles.house.scorers.s{number}]\nweight = {weight}\n" for number, weight in enumerate((0.1, 0.2, 0.4)))
    assert len(load(tmp_path, rows).profiles["house"].entries) == 6


def test_weights_beside_correctness_may_not_sum_to_more(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"profile 'house': the weights beside correctness sum to more than 0\.70"):
        load(tmp_path, "[profiles.house.scorers.a]\nweight = 0.4\n[profiles.house.scorers.b]\nweight = 0.301\n")


def test_gates_and_advice_do_not_count_to_that_sum(tmp_path: Path) -> None:
    rows = (("a", "weighted"), ("b", "gate"), ("c", "advisory"))
    text = "".join(f"[profiles.house.scorers.{name}]\nrole = '{role}'\nweight = 0.6\n" for name, role in rows)
    assert len(load(tmp_path, text).profiles["house"].entries) == 6


WRONG = {
    "[profiles.house]\nbas = 'default'": r"profile 'house': unknown key 'bas' \(did you mean 'base'\?\); known: base, scorers",
    "[profiles.house]\nbase = 'defalt'": r"no profile is called 'defalt' \(did you mean 'default'\?\)",
    "[profiles]\nhouse = 3": "profile 'house': expected a table, not 3",
    "[profiles.house]\nscorers = 3": "profile 'house'",
    "[profiles.house.scorers]\nshort = 3": "profile 'house', scorer 'short': expected a table, not 3",
    "[profiles.house.scorers.short]\nwieght = 0.1": r"scorer 'short': unknown key 'wieght' \(did you mean 'weight'\?\)",
    "[profiles.house.scorers.short]\nrole = 'gat'": r"role 'gat' is not one of gate, weighted, advisory \(did you mean 'gate'\?\)",
    "[profiles.house.scorers.short]\nrole = 3": "role 3 is not one of gate, weighted, advisory",
    "[profiles.house.scorers.short]\nweight = 0.71": r"weight must be a number from 0 to 0\.7, not 0\.71",
    "[profiles.house.scorers.short]\nweight = -0.1": r"weight must be a number from 0 to 0\.7, not -0\.1",
    "[profiles.house.scorers.short]\nweight = nan": r"weight must be a number from 0 to 0\.7, not nan",
    "[profiles.house.scorers.short]\nweight = true": r"weight must be a number from 0 to 0\.7, not True",
    "[profiles.house.scorers.short]\nweight = '0.1'": r"weight must be a number from 0 to 0\.7, not '0\.1'",
    "[profiles.house.scorers.short]\noptions = 3": "profile 'house', scorer 'short'",
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: text.replace("\n", " "))
def test_a_mistake_in_a_profile_is_named_with_its_place(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=WRONG[text]):
        load(tmp_path, text)


def test_a_configuration_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Config().seed = 1  # type: ignore[misc]


def test_the_defaults_of_two_configurations_are_not_shared() -> None:
    assert Config().profiles is not Config().profiles
