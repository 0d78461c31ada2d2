"""Configuration comes in layers, and what is not understood is named with the nearest thing that would be."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import Any

import pytest

from codearena.core.config import Config, load_config, named_profile
from codearena.core.errors import ConfigError
from codearena.core.plan import Entry, Profile
from codearena.core.profiles import DEFAULT, HYBRID, PROFILES

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
    assert (config.scratch, config.seed, config.thorough, config.profiles) == ("", 0, False, PROFILES)
    judge = (
        config.judge_url,
        config.judge_model,
        config.judge_key_variable,
        config.judge_seconds,
        config.judge_retries,
        config.judge_cache,
    )
    assert judge == ("https://api.openai.com/v1", "", "OPENAI_API_KEY", 30.0, 3, "")


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
        thorough = true
        judge_url = "http://127.0.0.1:8000/v1"
        judge_model = "wise"
        judge_key_variable = "KEY"
        judge_seconds = 5
        judge_retries = 0
        judge_cache = "answers.sqlite"
        profiles = {}
    """
    assert set(tomllib.loads(text)) == {field.name for field in dataclasses.fields(Config)}
    assert load(tmp_path, text) == EVERY_KEY


EVERY_KEY = Config(
    workers=3,
    min_level="filtered",
    plugins=("one", "two==1.0"),
    plugin_modules=("house_rules",),
    scratch="/tmp",
    seed=-5,
    thorough=True,
    judge_url="http://127.0.0.1:8000/v1",
    judge_model="wise",
    judge_key_variable="KEY",
    judge_seconds=5.0,
    judge_retries=0,
    judge_cache="answers.sqlite",
)


def test_every_key_but_profiles_may_stand_in_the_environment(tmp_path: Path) -> None:
    environ = {
        "CODEARENA_PROFILE": "default",
        "CODEARENA_WORKERS": "3",
        "CODEARENA_MIN_LEVEL": "filtered",
        "CODEARENA_PLUGINS": "one, two==1.0,",
        "CODEARENA_PLUGIN_MODULES": "house_rules",
        "CODEARENA_SCRATCH": "/tmp",
        "CODEARENA_SEED": "-5",
        "CODEARENA_THOROUGH": "true",
        "CODEARENA_JUDGE_URL": "http://127.0.0.1:8000/v1",
        "CODEARENA_JUDGE_MODEL": "wise",
        "CODEARENA_JUDGE_KEY_VARIABLE": "KEY",
        "CODEARENA_JUDGE_SECONDS": "5",
        "CODEARENA_JUDGE_RETRIES": "0",
        "CODEARENA_JUDGE_CACHE": "answers.sqlite",
        "HOME": "/nowhere",
    }
    assert len(environ) == len(dataclasses.fields(Config))
    assert load(tmp_path, environ=environ) == EVERY_KEY


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("TRUE", True), ("1", True), (" yes ", True), ("false", False), ("0", False), ("No", False)]
)
def test_a_truth_in_the_environment_is_written_as_people_do(tmp_path: Path, text: str, value: bool) -> None:
    assert load(tmp_path, f"thorough = {str(not value).lower()}", {"CODEARENA_THOROUGH": text}).thorough is value


@pytest.mark.parametrize("text", ["maybe", "", "2", "truee"])
def test_a_truth_in_the_environment_is_a_truth(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=f"the environment: thorough must be true or false, not '{text}'"):
        load(tmp_path, environ={"CODEARENA_THOROUGH": text})


@pytest.mark.parametrize("text", ["soon", "", "nan", "inf", "-1", "0", "1e7"])
def test_seconds_in_the_environment_are_a_positive_number(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match="the environment: judge_seconds must be a positive number, not "):
        load(tmp_path, environ={"CODEARENA_JUDGE_SECONDS": text})


@pytest.mark.parametrize(("text", "value"), [("0.25", 0.25), ("1e2", 100.0), ("5", 5.0)])
def test_seconds_in_the_environment_may_have_a_fraction(tmp_path: Path, text: str, value: float) -> None:
    assert load(tmp_path, environ={"CODEARENA_JUDGE_SECONDS": text}).judge_seconds == value


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


@pytest.mark.parametrize("name", ["codearena.yaml", "codearena.yml"])
def test_yaml_is_as_good(tmp_path: Path, name: str) -> None:
    text = "profile: house\nseed: 8\nplugins: [one, two]\nthorough: true\njudge_seconds: 2\nprofiles:\n  house:\n    base: hybrid\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    config = load(tmp_path)
    assert (config.profile, config.seed, config.plugins, config.thorough, config.judge_seconds) == ("house", 8, ("one", "two"), True, 2.0)
    assert config.profiles["house"].entries == HYBRID.entries


def test_in_a_folder_toml_goes_before_yaml_and_yaml_before_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.codearena]\nseed = 6", encoding="utf-8")
    for seed, name in ((1, "codearena.yml"), (2, "codearena.yaml"), (3, "codearena.toml")):
        (tmp_path / name).write_text(f"seed{' =' if name.endswith('toml') else ':'} {seed}", encoding="utf-8")
        assert load(tmp_path).seed == seed


def test_a_nearer_yaml_goes_before_a_toml_further_up(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "codearena.yaml").write_text("seed: 1", encoding="utf-8")
    (tmp_path / "codearena.toml").write_text("seed = 2\nworkers = 2", encoding="utf-8")
    config = load(tmp_path / "inner")
    assert (config.seed, config.workers) == (1, 0)


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "---\n", "{}"])
def test_a_yaml_file_may_say_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "codearena.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path) == Config()


BROKEN_YAML = {
    "seed: [1": "cannot be read: ",
    "seed: 1\n\tworkers: 2": "cannot be read: ",
    "a: 1\n---\nb: 2": "cannot be read: ",
    "seed: !!python/object/apply:os.getcwd []": "cannot be read: ",
    "- seed\n- workers": r"expected a table, not \['seed', 'workers'\]",
    "seed": "expected a table, not 'seed'",
    "7": "expected a table, not 7",
    "wokers: 1": r"unknown key 'wokers' \(did you mean 'workers'\?\); known: profile, workers",
    "judge_modell: wise": r"unknown key 'judge_modell' \(did you mean 'judge_model'\?\)",
    "1: 2": "the key 1 is no text; put it in quotes",
    "on: 2": "the key True is no text; put it in quotes",
    "profiles: {1: {}}": "the key 1 is no text; put it in quotes",
    "profiles: {house: {scorers: {null: {weight: 1}}}}": "the key None is no text; put it in quotes",
    "profiles: {house: {scorers: {style: {options: {2024-01-01: 1}}}}}": ".* is no text; put it in quotes",
    "seed: '1'": "seed must be a whole number, not '1'",
    "thorough: 1": "thorough must be true or false, not 1",
    "plugins: one": "plugins must be a list of texts, not 'one'",
    "profile:": "profile must be a text, not None",
}


@pytest.mark.parametrize("text", BROKEN_YAML)
def test_a_mistake_in_yaml_is_named_with_its_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "codearena.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"codearena\.yaml:? {BROKEN_YAML[text]}"):
        load(tmp_path)


def test_yaml_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "codearena.yaml").write_bytes(b"scratch: '\xff'")
    with pytest.raises(ConfigError, match=r"codearena\.yaml cannot be read: "):
        load(tmp_path)


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
    ("thorough", 1, "must be true or false, not 1"),
    ("thorough", "true", "must be true or false, not 'true'"),
    ("judge_url", 3, "must be a text, not 3"),
    ("judge_model", ["wise"], "must be a text"),
    ("judge_key_variable", True, "must be a text, not True"),
    ("judge_seconds", 0, "must be a positive number, not 0"),
    ("judge_seconds", -1.0, r"must be a positive number, not -1\.0"),
    ("judge_seconds", float("nan"), "must be a positive number, not nan"),
    ("judge_seconds", True, "must be a positive number, not True"),
    ("judge_seconds", "5", "must be a positive number, not '5'"),
    ("judge_retries", -1, "must be a whole number, not -1"),
    ("judge_retries", 1.0, r"must be a whole number, not 1\.0"),
    ("judge_cache", 3, "must be a text, not 3"),
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
    with pytest.raises(
        ConfigError, match=r"no profile is called 'hous' \(did you mean 'house'\?\); known: default, house, hybrid, multilevel"
    ):
        load(tmp_path, HOUSE, profile="hous")


# ---------------------------------------------------------------------------------------------------- profiles


def test_a_profile_adds_scorers_to_its_base(tmp_path: Path) -> None:
    house = load(tmp_path, f'profile = "house"\n{HOUSE}').profiles["house"]
    added = Entry(scorer="no-print", role="weighted", weight=0.05, options=(("kind", "plain"), ("width", 100)))
    assert house == Profile(name="house", entries=(*DEFAULT.entries, added), rule=DEFAULT.rule)


def test_a_profile_stands_beside_the_built_in_ones(tmp_path: Path) -> None:
    profiles = load(tmp_path, HOUSE).profiles
    assert set(profiles) == {*PROFILES, "house"}
    assert {name: profiles[name] for name in PROFILES} == PROFILES


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
    assert entries["tests"] == Entry(scorer="tests", role="weighted", weight=0.55, options=(("quick", True),))


def test_weights_beside_correctness_may_sum_to_exactly_0_70(tmp_path: Path) -> None:
    rows = "".join(f"[profiles.house.scorers.s{number}]\nweight = {weight}\n" for number, weight in enumerate((0.1, 0.2, 0.25)))
    assert len(load(tmp_path, rows).profiles["house"].entries) == len(DEFAULT.entries) + 3  # and 0.15 of the base


def test_weights_beside_correctness_may_not_sum_to_more(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"profile 'house': the weights beside correctness sum to more than 0\.70"):
        load(tmp_path, "[profiles.house.scorers.a]\nweight = 0.25\n[profiles.house.scorers.b]\nweight = 0.301\n")


def test_advice_does_not_count_to_that_sum(tmp_path: Path) -> None:
    rows = (("a", "weighted"), ("b", "advisory"), ("c", "advisory"))
    text = "".join(f"[profiles.house.scorers.{name}]\nrole = '{role}'\nweight = 0.5\n" for name, role in rows)
    assert len(load(tmp_path, text).profiles["house"].entries) == len(DEFAULT.entries) + 3


def test_a_gate_of_the_base_that_is_given_a_weight_stays_a_gate(tmp_path: Path) -> None:
    text = "[profiles.house]\nbase = 'hybrid'\n[profiles.house.scorers]\ncompiles = { weight = 0.1 }\nintegrity = { weight = 0.05 }\n"
    entries = {entry.scorer: entry for entry in load(tmp_path, text).profiles["house"].entries}
    assert (entries["compiles"].role, entries["compiles"].weight) == ("gate", 0.1)
    assert (entries["integrity"].role, entries["integrity"].weight) == ("gate", 0.05)
    with pytest.raises(ConfigError, match="the gate 'integrity' has a weight; under the rule 'correctness-first' gates earn nothing"):
        load(tmp_path, "[profiles.house.scorers.integrity]\nweight = 0.05\n")


def test_a_scorer_of_the_base_may_be_switched_off(tmp_path: Path) -> None:
    text = "[profiles.house.scorers]\nsecurity = { role = 'off' }\nquality = { role = 'off', weight = 0.05 }\n"
    house = load(tmp_path, text).profiles["house"]
    assert house.entries == tuple(entry for entry in DEFAULT.entries if entry.scorer not in ("security", "quality"))


def test_what_nobody_can_be_right_without_is_not_switched_off(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="profile 'house' does not weigh the scorer 'tests'"):
        load(tmp_path, "[profiles.house.scorers.tests]\nrole = 'off'\n")


def test_a_profile_with_a_rule_of_its_own_starts_from_nothing(tmp_path: Path) -> None:
    text = "[profiles.house]\nrule = 'weighted-sum'\nabout = 'A sum.'\n[profiles.house.scorers]\n"
    text += "tests = { weight = 0.75 }\nopinion = { weight = 0.25, fallback = 0.5 }\n"
    entries = (
        Entry(scorer="tests", role="weighted", weight=0.75),
        Entry(scorer="opinion", role="weighted", weight=0.25, fallback=0.5),
    )
    assert load(tmp_path, text).profiles["house"] == Profile(name="house", rule="weighted-sum", about="A sum.", entries=entries)


def test_a_profile_with_a_rule_and_a_base_has_the_scorers_of_the_base(tmp_path: Path) -> None:
    house = load(tmp_path, "[profiles.house]\nbase = 'hybrid'\nrule = 'weighted-sum'\n").profiles["house"]
    assert (house.rule, house.entries) == ("weighted-sum", HYBRID.entries)


def test_a_base_gives_its_rule_and_its_constants(tmp_path: Path) -> None:
    text = "[profiles.house]\nbase = 'hybrid'\n[profiles.house.scorers]\njudge-quality = { fallback = 0.25 }\n"
    house = load(tmp_path, text).profiles["house"]
    assert house.rule == "hybrid"
    fallbacks = {entry.scorer: entry.fallback for entry in house.entries if entry.fallback is not None}
    assert fallbacks == {"judge-correctness": 0.5, "judge-security": 0.5, "judge-quality": 0.25}


# ---------------------------------------------------------------------------------------------------- profiles in files

IN_TOML = 'about = "Ours."\n[scorers.no-print]\nweight = 0.05\noptions = { names = ["a", "b"] }\n'
IN_YAML = "about: Ours.\nscorers:\n  no-print:\n    weight: 0.05\n    options: {names: [a, b]}\n"
OURS = Profile(
    name="ours",
    about="Ours.",
    entries=(*DEFAULT.entries, Entry(scorer="no-print", role="weighted", weight=0.05, options=(("names", ("a", "b")),))),
)


@pytest.mark.parametrize(("name", "text"), [("ours.toml", IN_TOML), ("ours.yaml", IN_YAML), ("ours.yml", IN_YAML)])
def test_a_profile_may_be_a_file(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    config = load(tmp_path, profile=str(path))
    assert config.profile == "ours"
    assert config.profiles == {**PROFILES, "ours": OURS}
    assert named_profile(str(path), PROFILES) == OURS
    assert load(tmp_path, environ={"CODEARENA_PROFILE": str(path)}) == config
    assert load(tmp_path, f"profile = '{path}'") == config


def test_a_profile_in_a_file_may_build_on_one_of_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "strict.yaml").write_text("base: house\nscorers: {short: {role: gate}}\n", encoding="utf-8")
    profiles = load(tmp_path, HOUSE, profile=str(tmp_path / "strict.yaml")).profiles
    assert profiles["strict"].entries == (*profiles["house"].entries, Entry(scorer="short", role="gate"))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("ours.yaml", "scorers: [", r"ours\.yaml cannot be read: "),
        ("ours.toml", "scorers = [", r"ours\.toml cannot be read: "),
        ("ours.yaml", "- a", r"ours\.yaml: expected a table, not \['a'\]"),
        ("ours.yaml", "scoers: {}", r"profile 'ours': unknown key 'scoers' \(did you mean 'scorers'\?\)"),
        ("ours.toml", "scoers = {}", r"profile 'ours': unknown key 'scoers' \(did you mean 'scorers'\?\)"),
        ("ours.yaml", "scorers: {tests: {wieght: 1}}", r"profile 'ours', scorer 'tests': unknown key 'wieght' \(did you mean 'weight'\?\)"),
        ("ours.yaml", "scorers: {tests: 1}", "profile 'ours', scorer 'tests': expected a table, not 1"),
        ("ours.yaml", "scorers:", "profile 'ours', scorers: expected a table, not None"),
        ("ours.yaml", "base: defalt", r"no profile is called 'defalt' \(did you mean 'default'\?\)"),
        ("ours.yaml", "rule: hybird", r"profile 'ours' uses the rule 'hybird' \(did you mean 'hybrid'\?\)"),
    ],
)
def test_a_mistake_in_the_file_of_a_profile_is_named(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        load(tmp_path, profile=str(tmp_path / name))


@pytest.mark.parametrize("name", ["nowhere.toml", "nowhere.yaml"])
def test_the_file_of_a_profile_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ConfigError, match=f"{name} cannot be read: .*No such file"):
        load(tmp_path, profile=str(tmp_path / name))


# ---------------------------------------------------------------------------------------------------- mistakes in profiles


WRONG = {
    "[profiles.house]\nbas = 'default'": r"profile 'house': unknown key 'bas' \(did you mean 'base'\?\); known: base, rule, about, scorers",
    "[profiles.house]\nbase = 'defalt'": r"no profile is called 'defalt' \(did you mean 'default'\?\)",
    "[profiles]\nhouse = 3": "profile 'house': expected a table, not 3",
    "[profiles.house]\nscorers = 3": "profile 'house'",
    "[profiles.house.scorers]\nshort = 3": "profile 'house', scorer 'short': expected a table, not 3",
    "[profiles.house.scorers.short]\nwieght = 0.1": r"scorer 'short': unknown key 'wieght' \(did you mean 'weight'\?\)",
    "[profiles.house.scorers.short]\nrole = 'gat'": r"role 'gat' is not one of gate, weighted, advisory \(did you mean 'gate'\?\)",
    "[profiles.house.scorers.short]\nrole = 3": "role 3 is not one of gate, weighted, advisory",
    "[profiles.house.scorers.short]\nweight = 0.56": r"weights beside correctness sum to more than 0\.70",
    "[profiles.house.scorers.short]\nweight = 1.01": r"scorer 'short': weight must be a number from 0 to 1, not 1\.01",
    "[profiles.house.scorers.short]\nweight = -0.1": r"scorer 'short': weight must be a number from 0 to 1, not -0\.1",
    "[profiles.house.scorers.short]\nweight = nan": "scorer 'short': weight must be a number from 0 to 1, not nan",
    "[profiles.house.scorers.short]\nweight = true": "scorer 'short': weight must be a number from 0 to 1, not True",
    "[profiles.house.scorers.short]\nweight = '0.1'": r"scorer 'short': weight must be a number from 0 to 1, not '0\.1'",
    "[profiles.house.scorers.short]\nfallback = 2": "scorer 'short': fallback must be a number from 0 to 1, not 2",
    "[profiles.house.scorers.short]\nrole = 'of'": "role 'of' is not one of gate, weighted, advisory",
    "[profiles.house.scorers.compiles]\nrole = 'gate'\nweight = 0.1": "the gate 'compiles' has a weight",
    "[profiles.house.scorers.efficiency]\nweight = 0.31": r"efficiency weighs more than 0\.30",
    "[profiles.house]\nrule = 'hybrid'\n[profiles.house.scorers.tests]\nweight = 0.9": "the weights must sum to 1, not 0.9",
    "[profiles.house]\nrule = 'hybird'": r"the rule 'hybird' \(did you mean 'hybrid'\?\)",
    "[profiles.house]\nrule = 3": "the rule '3'; known: correctness-first, hybrid, weighted-sum",
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


def test_a_scorer_that_the_base_lacks_cannot_be_left_out(tmp_path: Path) -> None:
    (tmp_path / "codearena.toml").write_text("[profiles.house.scorers.secuirty]\nrole = 'off'\n")
    with pytest.raises(ConfigError, match=r"'secuirty'.*did you mean 'security'"):
        load_config(start=tmp_path, environ={})


def test_a_profile_file_is_looked_for_beside_the_file_that_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "codearena.toml").write_text("profile = 'plain.yaml'\n")
    (tmp_path / "plain.yaml").write_text("base: hybrid\n")
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert load_config(environ={}).profile == "plain"


def test_properties_have_no_weight_of_their_own_where_correctness_comes_first(tmp_path: Path) -> None:
    (tmp_path / "codearena.toml").write_text("[profiles.house.scorers.properties]\nweight = 0.1\n")
    with pytest.raises(ConfigError, match="three tenths of being right"):
        load_config(start=tmp_path, environ={})


@pytest.mark.parametrize("profile", [3, 0.5, ["default"], b"default"])
def test_what_is_no_profile_is_refused_by_what_it_is(profile: Any) -> None:
    with pytest.raises(ConfigError, match=f"a name, a file or a Profile, not {type(profile).__name__}"):
        named_profile(profile, PROFILES)
