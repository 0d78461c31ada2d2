"""Grade every program of five bundled tasks, and show the rewards with their evidence.

python examples/demo.py
"""

from __future__ import annotations

import dataclasses
import sys
import time

from rich.console import Console
from rich.table import Table

import codearena as ca
from codearena.core.profiles import DEFAULT

AGAIN = dataclasses.replace(DEFAULT, name="default, a second time")
"""Of another name, so that nothing comes from the cache; otherwise the same."""
SHOWN = ("easy/average-list", "medium/binary-search", "hard/max-subarray", "types/sum-mixed", "security/calculator")
"""One of each family; `codearena tasks list` shows all."""


def programs(task: ca.Task) -> list[tuple[str, str]]:
    """Return the programs that come with a task: what is to be repaired, what shows how, and what others tried."""
    variants = [(f"right/{name}", text) for name, text in task.right] + [(f"wrong/{name}", text) for name, text in task.wrong]
    return [("starter.py", task.starter), ("reference.py", task.reference), *variants]


def main() -> int:
    console = Console()
    started = time.perf_counter()
    with ca.Arena() as arena:
        tasks = [arena.load_task(task_id) for task_id in SHOWN]
        jobs = [(task, name, code) for task in tasks for name, code in programs(task)]
        grades = arena.grade_many((code, task) for task, _, code in jobs)
        again = arena.grade_many(((code, task) for task, _, code in jobs), AGAIN)
    for task in tasks:
        console.print()
        console.print(table(task, [(name, grade) for (of, name, _), grade in zip(jobs, grades, strict=True) if of is task]))
    shown = next(grade for (_, name, _), grade in zip(jobs, grades, strict=True) if name == "wrong/tidy.py")
    console.print("\n[bold]How one of these came about[/] (grade.explain())\n")
    console.print(shown.explain(), markup=False, highlight=False)
    same = all(a.reward == b.reward for a, b in zip(grades, again, strict=True))
    seconds = time.perf_counter() - started
    console.print(
        f"\n{2 * len(jobs)} grades in {seconds:.1f} s, sandbox level [bold]{grades[0].sandbox.level}[/]; "
        f"graded twice, rewards {'[green]identical' if same else '[red]DIFFERENT'}[/]"
    )
    right = all(sound(name, grade) for (_, name, _), grade in zip(jobs, grades, strict=True))
    return 0 if same and right else 1


def table(task: ca.Task, rows: list[tuple[str, ca.Grade]]) -> Table:
    made = Table(title=f"[bold]{task.id}[/]  {task.title}", title_justify="left", box=None, padding=(0, 2, 0, 0))
    made.add_column("program")
    made.add_column("reward", justify="right")
    made.add_column("")
    made.add_column("evidence", overflow="fold")
    for name, grade in rows:
        verdict = "[green]solved[/]" if grade.solved else "[red]not solved[/]"
        made.add_row(name, f"{grade.reward:.3f}", verdict, evidence(grade))
    return made


def evidence(grade: ca.Grade) -> str:
    """Return the reason of the first scorer that did not give full marks, or that of the tests."""
    parts = grade.components
    return next((part.reason for part in parts.values() if part.value != 1.0), parts["tests"].reason)


def sound(name: str, grade: ca.Grade) -> bool:
    """Whether a person would agree: the reference earns all, right programs are solved, the rest below 0.7, the start nothing."""
    if name == "starter.py":
        return grade.reward == 0.0
    if name.startswith("wrong/"):
        return grade.reward is not None and grade.reward < 0.7 and not grade.solved
    return grade.reward == 1.0 if name == "reference.py" else grade.solved


if __name__ == "__main__":
    sys.exit(main())
