"""A house rule as a CodeArena plugin: library code does not print."""

from collections.abc import Iterable

import codearena as ca


@ca.scorer(stage="static", version="1")
def no_print(case: ca.Case) -> float:
    """Full marks when the submission never calls print."""
    return 0.0 if case.source.calls("print") else 1.0


@ca.hookimpl
def codearena_scorers() -> Iterable[ca.Scorer]:
    """Offer the scorer of this module."""
    return [no_print]
