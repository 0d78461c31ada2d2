"""Configuration in layers: defaults < file < ``CODEARENA_*`` < arguments. An unknown key names the nearest known one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from codearena.core.errors import ConfigError, nearest
from codearena.core.plan import Entry, Profile, check_profile, find_profile, frozen
from codearena.core.profiles import PROFILES

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("process", "filtered", "locked")
"""Sandbox levels from weak to strong; what each one holds is in ``docs/explanation/sandbox.md``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How an arena works. Immutable; the same everywhere in one arena."""

    profile: str = "default"
    """Profile used where a call names none."""
    workers: int = 0
    """Lanes that grade at the same time; 0 means one for each core this process may use."""
    min_level: str = "locked"
    """Weakest sandbox level that is acceptable; below it nothing runs."""
    plugins: tuple[str, ...] | None = None
    """Allow-list of entry points, each ``name`` or ``name==version``; None allows all that are installed."""
    plugin_modules: tuple[str, ...] = ()
    """Importable modules that are plugins without being installed as one."""
    scratch: str = ""
    """Directory for everything temporary; empty means the system's."""
    seed: int = 0
    """Seed of everything drawn at random."""
    thorough: bool = False
    """Run what can change the reward no more, and shrink counterexamples: for readers, not for rewards."""
    judge_url: str = "https://api.openai.com/v1"
    """Base of an OpenAI-compatible endpoint."""
    judge_model: str = ""
    """Model that judges; empty means that none does."""
    judge_key_variable: str = "OPENAI_API_KEY"
    """Environment variable that holds the key of the endpoint; one that is not set means that none is needed."""
    judge_seconds: float = 30.0
    """How long one answer may take."""
    judge_retries: int = 3
    """How often a question is put again to an endpoint that does not answer."""
    judge_cache: str = ""
    """SQLite file that keeps answers; empty keeps them in memory only."""
    profiles: Mapping[str, Profile] = field(default_factory=lambda: dict(PROFILES))
    """Every profile by name, the built-in ones included."""


_LISTS = ("plugins", "plugin_modules")
_INTEGERS = ("workers", "seed", "judge_retries")
_COUNTS = ("workers", "judge_retries")
_NUMBERS = ("judge_seconds",)
_FLAGS = {"thorough"}
_TRUTHS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
_FILES = ("codearena.toml", "codearena.yaml", "codearena.yml")
_KEYS = tuple(f.name for f in fields(Config))


def load_config(start: Path | None = None, environ: Mapping[str, str] | None = None, **arguments: object) -> Config:
    """Merge all layers. ``start`` is the directory from which a configuration file is looked for upwards.

    The file is ``codearena.toml`` or ``codearena.yaml``, or the table ``[tool.codearena]`` of ``pyproject.toml``.
    Arguments that are None are left out. ``profile`` may name a TOML or YAML file that holds a profile.

    Raises `ConfigError` naming the place and the nearest known key.
    """
    layers: dict[str, Any] = {}
    found = _find_file(os.path.abspath(start or "."))
    if found:
        path, table = found
        layers |= _checked(table, path)
        if is_file(layers.get("profile")):
            layers["profile"] = os.path.join(os.path.dirname(path), layers["profile"])
    layers |= _checked(_from_environ(os.environ if environ is None else environ), "the environment")
    layers |= _checked({k: v for k, v in arguments.items() if v is not None}, "the arguments")
    own = layers.pop("profiles", {})
    if is_file(layers.get("profile", "")):
        path = layers["profile"]
        layers["profile"] = name = os.path.splitext(os.path.basename(path))[0]
        own = {**own, name: _parse(path)}
    config = replace(Config(), **layers)
    for name, table in own.items():
        profile = table if isinstance(table, Profile) else _profile(name, table, config.profiles)
        config = replace(config, profiles={**config.profiles, name: profile})
    find_profile(config.profile, config.profiles)
    return config


def _find_file(folder: str) -> tuple[str, dict[str, Any]] | None:
    """Return the nearest configuration file at or above ``folder``, and its table."""
    while True:
        for name in _FILES:
            own = os.path.join(folder, name)
            if os.path.isfile(own):
                return own, _parse(own)
        shared = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(shared):
            tool = _parse(shared).get("tool", {})
            return (shared, tool["codearena"]) if "codearena" in tool else None
        if os.path.dirname(folder) == folder:
            return None
        folder = os.path.dirname(folder)


def is_file(profile: object) -> bool:
    """Whether a profile is named by the file that holds it."""
    return isinstance(profile, str) and profile.endswith((".toml", ".yaml", ".yml"))


def named_profile(name: str, known: Mapping[str, Profile]) -> Profile:
    """Return the profile of this name, or the one that a TOML or YAML file of this name holds. Raises `ConfigError`."""
    if not isinstance(name, str):
        raise ConfigError(f"a profile is given as a name, a file or a Profile, not {type(name).__name__}")
    if not is_file(name):
        return find_profile(name, known)
    return _profile(os.path.splitext(os.path.basename(name))[0], _parse(name), known)


def _parse(path: str) -> dict[str, Any]:
    if path.endswith(".toml"):
        return _parse_toml(path)
    import yaml

    try:
        with open(path, "rb") as file:
            found = yaml.safe_load(file)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error
    if not isinstance(found, dict) and found is not None:
        raise ConfigError(f"{path}: expected a table, not {found!r:.50}")
    _check_keys(found, path)
    return found or {}


def _check_keys(value: object, path: str) -> None:
    for key, inner in value.items() if isinstance(value, Mapping) else ():
        if not isinstance(key, str):
            raise ConfigError(f"{path}: the key {key!r} is no text; put it in quotes")
        _check_keys(inner, path)


def _parse_toml(path: str) -> dict[str, Any]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error


def _from_environ(environ: Mapping[str, str]) -> dict[str, Any]:
    named = {f"CODEARENA_{key.upper()}": key for key in _KEYS if key != "profiles"}
    table: dict[str, Any] = {}
    for variable, text in environ.items():
        if not variable.startswith("CODEARENA_"):
            continue
        key = named.get(variable)
        if key is None:
            raise ConfigError(f"the environment sets {variable}, which means nothing{nearest(variable, named)}")
        if key in _LISTS:
            table[key] = [part.strip() for part in text.split(",") if part.strip()]
        elif key in _INTEGERS:
            digits = text.removeprefix("-")
            table[key] = int(text) if digits.isascii() and digits.isdecimal() else text
        elif key in _FLAGS:
            table[key] = _TRUTHS.get(text.strip().lower(), text)
        elif key in _NUMBERS:
            table[key] = _number(text)
        else:
            table[key] = text
    return table


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _checked(table: object, place: str) -> dict[str, Any]:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{place}: expected a table, not {table!r}")
    for key in table:
        if key not in _KEYS:
            raise ConfigError(f"{place}: unknown key {key!r}{nearest(key, _KEYS)}; known: {', '.join(_KEYS)}")
    return {key: _checked_value(key, value, place) for key, value in table.items()}


def _checked_value(key: str, value: Any, place: str) -> Any:  # noqa: ANN401 (whatever was written there)
    expected = _expected(key)
    if not _FITS[expected](value) or (key in _COUNTS and value < 0):
        raise ConfigError(f"{place}: {key} must be {expected}, not {value!r}")
    if key == "min_level" and value not in LEVELS:
        raise ConfigError(f"{place}: min_level {value!r} is not one of {', '.join(LEVELS)}{nearest(value, LEVELS)}")
    return tuple(value) if key in _LISTS else float(value) if key in _NUMBERS else value


def _expected(key: str) -> str:
    for keys, words in (
        (_LISTS, "a list of texts"),
        (_INTEGERS, "a whole number"),
        (_NUMBERS, "a positive number"),
        (_FLAGS, "true or false"),
    ):
        if key in keys:
            return words
    return "a table of tables" if key == "profiles" else "a text"


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "a list of texts": lambda value: isinstance(value, list | tuple) and all(isinstance(each, str) for each in value),
    "a whole number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "a positive number": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1e6,
    "true or false": lambda value: isinstance(value, bool),
    "a table of tables": lambda value: isinstance(value, Mapping),
    "a text": lambda value: isinstance(value, str),
}


def _profile(name: str, table: Mapping[str, Any], known: Mapping[str, Profile]) -> Profile:
    """Read ``[profiles.NAME]``: ``base``, ``rule``, and ``scorers``, a table for each with role, weight, fallback, options.

    A profile with a rule of its own starts from nothing; ``role = "off"`` leaves out a scorer of the base.
    """
    place = f"profile {name!r}"
    _known_keys(table, ("base", "rule", "about", "scorers"), place)
    base = find_profile(str(table.get("base", "default")), known)
    if "base" not in table and "rule" in table:
        base = replace(base, entries=())
    entries = {entry.scorer: entry for entry in base.entries}
    for scorer, row in _table(table.get("scorers", {}), f"{place}, scorers").items():
        at = f"{place}, scorer {scorer!r}"
        _known_keys(row, ("role", "weight", "fallback", "options"), at)
        if row.get("role") == "off":
            if entries.pop(scorer, None) is None:
                raise ConfigError(
                    f"{at}: role 'off' leaves out a scorer of the base, which has none of this name{nearest(scorer, entries)}"
                )
            continue
        before = entries.get(scorer, Entry(scorer=scorer))
        weight = row.get("weight", before.weight)
        weight = float(weight) if type(weight) is int else weight
        role = row.get("role", "weighted" if row.get("weight") and before.role != "gate" else before.role)
        options = dict(before.options) | dict(_table(row.get("options", {}), f"{at}, options"))
        fallback = row.get("fallback", before.fallback)
        entries[scorer] = Entry(
            scorer=scorer,
            role=role,
            weight=weight,
            fallback=fallback,
            options=tuple((key, frozen(options[key])) for key in sorted(options)),
        )
    rule, about = str(table.get("rule", base.rule)), str(table.get("about", ""))
    profile = Profile(name=name, entries=tuple(entries.values()), rule=rule, about=about)
    check_profile(profile)
    return profile


def _table(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ConfigError(f"{place}: expected a table, not {value!r}")
    return value


def _known_keys(table: object, known: tuple[str, ...], place: str) -> None:
    for key in _table(table, place):
        if key not in known:
            raise ConfigError(f"{place}: unknown key {key!r}{nearest(key, known)}; known: {', '.join(known)}")
