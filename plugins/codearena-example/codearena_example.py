"""A house rule as a CodeArena plugin: library code does not print."""

import codearena as ca
from codearena.core.case import Case


@ca.scorer(stage="static", version="1")
def no_print(case: Case) -> float:
    """Full marks when the submission never calls print."""
    return 0.0 if case.source.calls("print") else 1.0


@ca.hookimpl
def codearena_scorers() -> list[ca.Scorer]:
    """Offer the scorer of this module."""
    return [no_print]
