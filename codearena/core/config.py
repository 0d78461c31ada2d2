"""Configuration in layers: defaults < file < ``CODEARENA_*`` < arguments. An unknown key names the nearest known one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from codearena.core.errors import ConfigError, nearest
from codearena.core.plan import PROFILES, Entry, Profile, check_profile, find_profile

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
    profiles: Mapping[str, Profile] = field(default_factory=lambda: dict(PROFILES))
    """Every profile by name, the built-in ones included."""


_LISTS = ("plugins", "plugin_modules")
_INTEGERS = ("workers", "seed")
_KEYS = tuple(f.name for f in fields(Config))


def load_config(start: Path | None = None, environ: Mapping[str, str] | None = None, **arguments: object) -> Config:
    """Merge all layers. ``start`` is the directory from which a configuration file is looked for upwards.

    The file is ``codearena.toml``, or the table ``[tool.codearena]`` of ``pyproject.toml``. Arguments that are None
    are left out. Raises `ConfigError` naming the place and the nearest known key.
    """
    layers: dict[str, Any] = {}
    found = _find_file(os.path.abspath(start or "."))
    if found:
        path, table = found
        layers |= _checked(table, path)
    layers |= _checked(_from_environ(os.environ if environ is None else environ), "the environment")
    layers |= _checked({k: v for k, v in arguments.items() if v is not None}, "the arguments")
    own = layers.pop("profiles", {})
    config = replace(Config(), **layers)
    for name, table in own.items():
        profile = table if isinstance(table, Profile) else _profile(name, table, config.profiles)
        config = replace(config, profiles={**config.profiles, name: profile})
    find_profile(config.profile, config.profiles)
    return config


def _find_file(folder: str) -> tuple[str, dict[str, Any]] | None:
    """Return the nearest configuration file at or above ``folder``, and its table."""
    while True:
        own = os.path.join(folder, "codearena.toml")
        if os.path.isfile(own):
            return own, _parse(own)
        shared = os.path.join(folder, "pyproject.toml")
        if os.path.isfile(shared):
            tool = _parse(shared).get("tool", {})
            return (shared, tool["codearena"]) if "codearena" in tool else None
        if os.path.dirname(folder) == folder:
            return None
        folder = os.path.dirname(folder)


def _parse(path: str) -> dict[str, Any]:
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
        else:
            table[key] = text
    return table


def _checked(table: object, place: str) -> dict[str, Any]:
    if not isinstance(table, Mapping):
        raise ConfigError(f"{place}: expected a table, not {table!r}")
    checked: dict[str, Any] = {}
    for key, given in table.items():
        value = given
        if key not in _KEYS:
            raise ConfigError(f"{place}: unknown key {key!r}{nearest(key, _KEYS)}; known: {', '.join(_KEYS)}")
        if key in _LISTS:
            if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
                raise ConfigError(f"{place}: {key} must be a list of texts, not {value!r}")
            value = tuple(value)
        elif key in _INTEGERS:
            if not isinstance(value, int) or isinstance(value, bool) or (key == "workers" and value < 0):
                raise ConfigError(f"{place}: {key} must be a whole number, not {value!r}")
        elif key == "profiles":
            if not isinstance(value, Mapping):
                raise ConfigError(f"{place}: profiles must be a table of tables, not {value!r}")
        elif not isinstance(value, str):
            raise ConfigError(f"{place}: {key} must be a text, not {value!r}")
        if key == "min_level" and value not in LEVELS:
            raise ConfigError(f"{place}: min_level {value!r} is not one of {', '.join(LEVELS)}{nearest(value, LEVELS)}")
        checked[key] = value
    return checked


def _profile(name: str, table: Mapping[str, Any], known: Mapping[str, Profile]) -> Profile:
    """Read ``[profiles.NAME]``: ``base`` and, below ``scorers``, a table for each scorer with role, weight, options."""
    place = f"profile {name!r}"
    _known_keys(table, ("base", "scorers"), place)
    base = find_profile(str(table.get("base", "default")), known)
    entries = {entry.scorer: entry for entry in base.entries}
    for scorer, row in _table(table.get("scorers", {}), f"{place}, scorers").items():
        at = f"{place}, scorer {scorer!r}"
        _known_keys(row, ("role", "weight", "options"), at)
        before = entries.get(scorer, Entry(scorer=scorer))
        weight = row.get("weight", before.weight)
        weight = float(weight) if type(weight) is int else weight
        role = row.get("role", "weighted" if row.get("weight") else before.role)
        options = dict(before.options) | dict(_table(row.get("options", {}), f"{at}, options"))
        entries[scorer] = Entry(scorer=scorer, role=role, weight=weight, options=tuple(sorted(options.items())))
    profile = Profile(name=name, entries=tuple(entries.values()), rule=base.rule)
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
