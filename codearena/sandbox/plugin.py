"""The built-in sandbox, as a plugin."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from codearena.core.config import Config
from codearena.core.hookspecs import hookimpl
from codearena.sandbox.client import ProcessLane


@hookimpl(trylast=True)
def codearena_sandbox(config: Config) -> Callable[[Sequence[str]], ProcessLane]:
    """Run submissions in processes of this machine."""
    return lambda preload: ProcessLane(config, preload)
