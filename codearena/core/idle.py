"""Submissions that do nothing: what they pass is the floor under every grade."""

from __future__ import annotations

import ast
from collections import Counter

from codearena.core.submission import Submission
from codearena.core.task import Task

CONSTANTS = ("None", "0", "1", "-1", "0.0", "True", "''", "[]", "()", "{}")
"""What stubs return, as source text. A stub that returns its first argument joins them."""

MOST_OUTPUTS = 8
"""Expected outputs that are tried as the only one, the most frequent first."""


def idle_submissions(task: Task) -> dict[str, Submission]:
    """Return every way of doing nothing on ``task``, by name: the starter, an empty file, and stubs of the entry points.

    For a program: printing the same whatever is asked, or what was read.
    """
    found = {"empty": Submission.of("")}
    if task.starter:
        found["starter"] = Submission.of(task.starter)
    if task.cases:
        outputs = Counter(case.stdout for case in task.cases)
        for output, _ in outputs.most_common(MOST_OUTPUTS):
            found[f"prints {output[:40]!r}"] = Submission.of(f"print({output!r}, end='')\n")
        found["prints its input"] = Submission.of("import sys\n\nprint(sys.stdin.read(), end='')\n")
        return found
    names = task.entry_points or public_names(task.reference)
    for constant in CONSTANTS:
        found[f"returns {constant}"] = Submission.of(_stubs(names, constant))
    found["agrees with everything"] = Submission.of(_AGREEABLE + _stubs(names, "Agreeable()"))
    found["returns its argument"] = Submission.of(_stubs(names, "args[0] if args else None"))
    return found


def public_names(reference: str) -> tuple[str, ...]:
    """Return the names of the functions and classes that a reference defines; none where it does not compile."""
    try:
        body = ast.parse(reference).body
    except (SyntaxError, ValueError):
        return ()
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    return tuple(node.name for node in body if isinstance(node, kinds) and not node.name.startswith("_"))


_AGREEABLE = """
class Agreeable:
    def __getattr__(self, name):
        return self
    def __call__(self, *args, **kwargs):
        return True
    def __getitem__(self, key):
        return self
    def __enter__(self):
        return self
    def __exit__(self, *exception):
        return True
    def __iter__(self):
        return iter(())
    def __len__(self):
        return 0
    def __bool__(self):
        return True
"""
"""An object that has every method, each of which says yes: what tests that only ask for predicates would pay."""


def _stubs(names: tuple[str, ...], result: str) -> str:
    return "\n".join(_stub_class(name, result) if name[:1].isupper() else _stub_function(name, result) for name in names)


def _stub_function(name: str, result: str) -> str:
    return f"def {name}(*args, **kwargs):\n    return {result}\n"


def _stub_class(name: str, result: str) -> str:
    return (
        f"class {name}:\n"
        "    def __init__(self, *args, **kwargs):\n        pass\n"
        "    def __getattr__(self, name):\n"
        f"        return lambda *args, **kwargs: {result}\n"
    )
