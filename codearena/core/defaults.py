"""The built-in answers to the choice hooks that need nothing but the core."""

from __future__ import annotations

from codearena.core.cache import MemoryCache
from codearena.core.executor import ThreadExecutor
from codearena.core.hookspecs import hookimpl


@hookimpl(trylast=True)
def codearena_cache() -> MemoryCache:
    """Keep grades in memory."""
    return MemoryCache()


@hookimpl(trylast=True)
def codearena_executor() -> ThreadExecutor:
    """Map over threads of this process."""
    return ThreadExecutor()
