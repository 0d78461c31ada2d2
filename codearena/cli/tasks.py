"""``codearena tasks``: which tasks there are, what a solver sees of one, whether it is sound, and how a new one begins."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from codearena.cli.text import clean, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType

    from codearena.cli import Commands
    from codearena.core.programs import ProgramCase
    from codearena.core.task import Task, TestFile
    from codearena.soundness import TaskReport


def add(commands: Commands) -> None:
    """Declare the command and what stands below it."""
    family = commands.add_parser("tasks", help="list, show, check and begin tasks", description="List, show, check and begin tasks.")
    actions = family.add_subparsers(title="commands", metavar="COMMAND", required=True)

    listing = actions.add_parser("list", help="list the tasks that can be named", description="List the tasks that can be named by id.")
    listing.add_argument("--json", action="store_true", help="print one JSON array")
    listing.set_defaults(run=run_list)

    show = actions.add_parser("show", help="show what a solver may see", description="Show a task as a solver may see it.")
    show.add_argument("task", metavar="ID|DIR", help="id of a task, or its folder")
    show.add_argument("--all", action="store_true", help="show hidden tests, the reference and the variants, too")
    show.set_defaults(run=run_show)

    check = actions.add_parser(
        "check", help="check that tasks are sound", description=_CHECK, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    check.add_argument("tasks", nargs="*", metavar="ID|DIR", help="what to check (default: every task that has an id)")
    check.set_defaults(run=run_check)

    new = actions.add_parser("new", help="write the folder of a new task", description=_NEW)
    new.add_argument("id", metavar="ID", help="FAMILY/NAME, such as mine/average; the folder is called NAME")
    new.add_argument("--into", metavar="DIR", default=".", help="the folder to write it into (default: here)")
    new.add_argument("--properties", action="store_true", help="with properties.py: Hypothesis tests")
    new.add_argument("--workload", action="store_true", help="with workload.py: inputs that grow, to count work on")
    new.set_defaults(run=run_new)


_CHECK = """Grade what comes with each task, twice. It is sound when
  - the reference earns 1, and doing nothing (the starter, an empty file, stubs) earns 0;
  - every variant under wrong/ stays below 0.7 and unsolved, every one under right/ is solved;
  - the reference and the right variants raise no flag;
  - grading again says the same.
Exit status 1 when one is not."""

_NEW = "Write the folder of a new task: a small one that is sound as it stands, for you to replace. Nothing is overwritten."


# ---------------------------------------------------------------------------------------------------- list


def run_list(arguments: argparse.Namespace) -> int:
    """Print a line for each task."""
    from codearena.arena import Arena

    with Arena() as arena:
        tasks = [arena.load_task(task_id) for task_id in arena.task_ids()]
    rows = [_row(task) for task in tasks]
    if arguments.json:
        import json

        print(json.dumps(rows, indent=1))
        return 0
    from rich.table import Table

    from codearena.cli.screen import screen, show

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("id", "difficulty", "family", "title"):
        table.add_column(name, no_wrap=name == "id")
    table.add_column("tests", justify="right")
    for row in rows:
        table.add_row(*(clean(str(value)) for value in row.values()))
    show(screen(wide=True), table)
    return 0


def _row(task: Task) -> dict[str, Any]:
    tests = len(task.cases) + sum(_functions(file) for file in task.tests)
    return {"id": task.id, "difficulty": task.difficulty, "family": task.family, "title": task.title, "tests": tests}


def _functions(file: TestFile) -> int:
    """Count the test functions of a file. How many tests pytest makes of each is known only once they are collected."""
    import ast

    try:
        tree = ast.parse(file.text)
    except (SyntaxError, ValueError):  # `tasks check` says so
        return 0
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name.startswith("Test"))]
    functions = [node for body in bodies for node in body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return sum(function.name.startswith("test") for function in functions)


# ---------------------------------------------------------------------------------------------------- show


def run_show(arguments: argparse.Namespace) -> int:
    """Print a task: the part for solvers, or all of it."""
    from codearena.arena import Arena
    from codearena.cli.screen import screen, show

    with Arena() as arena:
        task = arena.load_task(arguments.task)
    console = screen(wide=True)
    view = task.view()
    show(console, *_heading(task), _prose(console, task.prompt))
    shown = [(f"tests/{test.name}", test.text) for test in view.tests] + _cases(view.cases)
    for name, text in (("starter.py", view.starter), *shown):
        show(console, *_listing(console, name, text))
    if arguments.all:
        for name, text in _rest(task):
            show(console, *_listing(console, name, text))
    return 0


def _cases(cases: Sequence[ProgramCase], hidden: str = "") -> list[tuple[str, str]]:
    return [
        (f"case {case.name}{hidden}, {stream}", text) for case in cases for stream, text in (("stdin", case.stdin), ("stdout", case.stdout))
    ]


def _rest(task: Task) -> Iterable[tuple[str, str]]:
    """Return name and text of what a solver may not see."""
    visible = task.view().tests
    yield from ((f"tests/{test.name} (hidden)", test.text) for test in task.tests if test not in visible)
    yield from _cases([case for case in task.cases if not case.visible], " (hidden)")
    yield "reference.py", task.reference
    yield from ((name, text) for name, text in (("properties.py", task.properties), ("workload.py", task.workload)) if text)
    for kind, variants in (("right", task.right), ("wrong", task.wrong)):
        yield from ((f"{kind}/{name}", text) for name, text in variants)


def _heading(task: Task) -> list[RenderableType]:
    from rich.text import Text

    limits = task.limits
    facts = [task.difficulty, task.language, *task.tags, f"{limits.cpu_seconds:g} s CPU", f"{limits.memory_mb} MiB"]
    title = Text.assemble((clean(task.id), "bold"), (clean(f"  {task.title}"), "dim"))
    asked = f"defines {', '.join(task.entry_points)}" if task.entry_points else ""
    return [title, Text(clean(", ".join(facts)), style="dim"), Text(clean(asked), style="dim"), ""]


def _prose(console: Console, text: str) -> RenderableType:
    from rich.text import Text

    if not console.is_terminal:
        return Text(clean(text.rstrip()))
    from rich.markdown import Markdown

    return Markdown(clean(text), code_theme="ansi_dark")


def _listing(console: Console, name: str, text: str) -> list[RenderableType]:
    """Return a program with its name above it, in colours where there are any."""
    from rich.text import Text

    stroke = "-" if console.options.ascii_only else "─"
    title = Text.assemble((f"\n{stroke * 2} ", "dim"), (clean(name), "bold"), (f" {stroke * 2}", "dim"))
    if not console.is_terminal:
        return [title, Text(clean(text.rstrip()))]
    from rich.syntax import Syntax

    return [title, Syntax(clean(text.rstrip()), "python", theme="ansi_dark", background_color="default", word_wrap=True)]


# ---------------------------------------------------------------------------------------------------- check


def run_check(arguments: argparse.Namespace) -> int:
    """Check tasks one after the other; return 1 when one is not sound."""
    from codearena.arena import Arena
    from codearena.soundness import check_task

    with Arena() as arena:
        tasks = [arena.load_task(name) for name in arguments.tasks or arena.task_ids()]
        reports = []
        for task in tasks:
            report = check_task(arena, task)
            reports.append(report)
            print(_verdict(report), flush=True)
    unsound = sum(not report.sound for report in reports)
    if len(reports) > 1:
        print(f"{count(len(reports), 'task')}, {unsound} unsound")
    return 1 if unsound else 0


def _verdict(report: TaskReport) -> str:
    name = clean(report.task)
    if report.sound:
        return f"sound    {name}  ({count(report.graded, 'submission')}, each graded twice)"
    return "\n".join([f"UNSOUND  {name}", *(f"    {clean(problem)}" for problem in report.problems)])


# ---------------------------------------------------------------------------------------------------- new


def run_new(arguments: argparse.Namespace) -> int:
    """Write the folder of a task, and say what comes next."""
    import shlex
    from pathlib import Path

    from codearena.tasks.scaffold import write_task

    folder = write_task(arguments.id, Path(arguments.into), properties=arguments.properties, workload=arguments.workload)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        print(f"wrote  {clean(str(path))}")
    print(f"next   put your own task into these files, and then: codearena tasks check {clean(shlex.quote(str(folder)))}")
    return 0
