"""Finding plugins, collecting what they offer, and calling them behind a guard."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pluggy

from codearena.core import hookspecs
from codearena.core.config import Config
from codearena.core.contracts import Scorer
from codearena.core.errors import ConfigError, ContractError, PluginConflictError, PluginError, PluginLoadError, nearest

if TYPE_CHECKING:
    from logging import Logger

ENTRY_POINTS = "codearena"
"""The one entry-point group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginInfo:
    """What is known of one plugin."""

    name: str
    version: str
    origin: str
    """``built-in``, ``entry point``, ``configuration`` or ``argument``."""
    hooks: tuple[str, ...] = ()
    error: str = ""
    """Why it is not loaded; empty when it is."""


class Plugins:
    """The plugins of one arena, in our order: built-ins, entry points by name, configuration, arguments."""

    def __init__(self, config: Config, builtins: Sequence[str], extra: Sequence[object] = ()) -> None:
        self.config = config
        self._manager = pluggy.PluginManager(hookspecs.NAME)
        self._manager.add_hookspecs(hookspecs)
        self.infos: list[PluginInfo] = []
        for name in builtins:
            self._register(importlib.import_module(name), name, "", "built-in")
        self._load_entry_points()
        for name in config.plugin_modules:
            self._register_module(name, name, "", "configuration")
        names: list[str] = []
        for plugin in extra:
            names.append(str(getattr(plugin, "__name__", type(plugin).__name__)))
            again = names.count(names[-1])
            self._register(plugin, names[-1] if again == 1 else f"{names[-1]}#{again}", "", "argument")

    # ------------------------------------------------------------------------------------------------ loading

    def _load_entry_points(self) -> None:
        from importlib.metadata import entry_points

        found = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
        allowed = self.config.plugins
        if allowed is not None:
            self._check_pins(allowed, found)
        for point in found:
            version = point.dist.version if point.dist else ""
            if allowed is not None and point.name not in {pin.partition("==")[0] for pin in allowed}:
                self.infos.append(PluginInfo(name=point.name, version=version, origin="entry point", error="not in the allow-list"))
                continue
            self._register_module(point.value.partition(":")[0], point.name, version, "entry point")

    @staticmethod
    def _check_pins(pins: Iterable[str], found: Sequence[Any]) -> None:
        installed = {point.name: point.dist.version if point.dist else "" for point in found}
        for pin in pins:
            name, _, version = pin.partition("==")
            if name not in installed:
                raise ConfigError(f"the allow-list names the plugin {name!r}, which is not installed{nearest(name, installed)}")
            if version and installed[name] != version:
                raise ConfigError(f"the allow-list pins {pin}, but version {installed[name]} is installed")

    def _register_module(self, module: str, name: str, version: str, origin: str) -> None:
        try:
            plugin = importlib.import_module(module)
        except (Exception, SystemExit) as error:  # a plugin that cannot be imported is a warning, not an outage
            _log().warning("plugin %s %s could not be imported: %s: %s", name, version, type(error).__name__, error)
            problem = f"{type(error).__name__}: {error}"
            self.infos.append(PluginInfo(name=name, version=version, origin=origin, error=problem))
            return
        self._register(plugin, name, version, origin)

    def _register(self, plugin: object, name: str, version: str, origin: str) -> None:
        try:
            self._manager.register(plugin, name=f"{origin}:{name}")
            self._manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginLoadError(f"plugin {name!r} ({origin}) does not fit the hooks: {error}") from error
        callers = self._manager.get_hookcallers(plugin) or []
        hooks = tuple(sorted(caller.name for caller in callers))
        self.infos.append(PluginInfo(name=name, version=version, origin=origin, hooks=hooks))

    # ------------------------------------------------------------------------------------------------ calling

    def offers(self, hook: str) -> list[tuple[str, Any]]:
        """Return pairs of plugin name and offered object for an offer hook, in plugin order."""
        offered = []
        # pluggy's results carry no names, so each implementation is asked by itself.
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            given = {"config": self.config}
            made = self._offered(implementation, hook, given)
            if isinstance(made, str | bytes | ModuleType) or not isinstance(made, Iterable):
                raise ContractError(f"plugin {implementation.plugin_name}: {hook} returned {type(made).__name__}; expected several objects")
            offered += [(implementation.plugin_name, each) for each in made]
        order = {info_key: place for place, info_key in enumerate(f"{i.origin}:{i.name}" for i in self.infos)}
        return sorted(offered, key=lambda pair: order[pair[0]])

    @staticmethod
    def _offered(implementation: pluggy.HookImpl, hook: str, given: Mapping[str, object]) -> object:
        try:
            made = implementation.function(*(given[name] for name in implementation.argnames))
            return list(made) if isinstance(made, Iterator) else made
        except Exception as error:  # whatever a plugin does, the message names it
            raise PluginError(f"plugin {implementation.plugin_name} raised in {hook}: {type(error).__name__}: {error}") from error

    def scorers(self) -> dict[str, Scorer]:
        """Return every offered scorer by name; raises `PluginConflictError` naming all claimants of one name."""
        claims: dict[str, list[tuple[str, Scorer]]] = {}
        for plugin, offered in self.offers("codearena_scorers"):
            if not isinstance(offered, Scorer):
                raise ContractError(f"plugin {plugin} offers {type(offered).__name__} as a scorer; decorate it with @codearena.scorer(...)")
            claims.setdefault(offered.name, []).append((plugin, offered))
        for name, claimants in claims.items():
            if len(claimants) > 1:
                raise PluginConflictError(
                    f"the scorer name {name!r} is offered by {', '.join(plugin for plugin, _ in claimants)}; disable all but one"
                )
        return {name: claims[name][0][1] for name in sorted(claims)}

    def choose(self, hook: str) -> Any:  # noqa: ANN401 (the hook says what it is)
        """Return the first answer to a choice hook."""
        return getattr(self._manager.hook, hook)(config=self.config)

    def announce(self, hook: str, **values: object) -> None:
        """Call every implementation of a moment hook; what one raises is logged and changes nothing."""
        for implementation in getattr(self._manager.hook, hook).get_hookimpls():
            try:
                implementation.function(*(values[name] for name in implementation.argnames))
            except Exception:  # an observer must not take a grade down
                _log().exception("plugin %s raised in %s", implementation.plugin_name, hook)


def _log() -> Logger:
    import logging

    return logging.getLogger("codearena.plugins")
