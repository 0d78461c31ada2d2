"""``codearena redteam``: the exploit corpus against this grader, or against another one."""

from __future__ import annotations

import argparse
import fnmatch
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from codearena.core.errors import UsageError

if TYPE_CHECKING:
    from codearena.cli import Commands
    from codearena.exploits import Exploit, Outcome

_DESCRIPTION = """Submit the exploit corpus and see what it earns.

Each attack says what it may earn at most, nearly always 0; each honest program, written in an unusual style, must be
solved. NAME picks files by name or pattern, such as 'protocol_*'."""
_EPILOG = """Another grader is a command that is given the path of a submission and that of the task's folder, and whose last
line of output is the reward, from 0 to 1. It runs the attacks unprotected unless it protects itself: give it a
machine of its own.

  codearena redteam 'lying-object_*'
  codearena redteam --grader 'python my_grader.py' --attacks

exit status: 0 everything held, 1 something was paid, wronged or crashed, 2 asked for something that cannot be done"""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "redteam",
        help="attack this grader, or another one",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which files (default: all)")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--attacks", action="store_true", help="attacks only")
    which.add_argument("--honest", action="store_true", help="honest programs only")
    parser.add_argument("--grader", metavar="COMMAND", help="attack the grader that this command runs")
    parser.add_argument("--seconds", type=float, metavar="S", help="how long that may take for one file (default: 60)")
    parser.add_argument("--profile", metavar="P", default="default", help="profile of this grader (default: default, which bounds are for)")
    parser.add_argument("--json", action="store_true", help="print one JSON object per file")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Attack, print, and return the exit status."""
    outcomes = []
    for outcome in _outcomes(arguments, list(_chosen(arguments))):
        outcomes.append(outcome)
        if arguments.json:
            print(_record(outcome), flush=True)
    if not arguments.json:
        _print(outcomes)
    return 0 if all(outcome.held for outcome in outcomes) else 1


def _chosen(arguments: argparse.Namespace) -> Iterator[Exploit]:
    from codearena.exploits import corpus

    files = [each for each in corpus() if not (arguments.attacks and each.honest) and not (arguments.honest and not each.honest)]
    for name in arguments.names:
        if not fnmatch.filter([each.name for each in files], name):
            raise UsageError(f"no file of the exploit corpus is called {name!r}")
    return (each for each in files if not arguments.names or any(fnmatch.fnmatch(each.name, name) for name in arguments.names))


def _outcomes(arguments: argparse.Namespace, files: list[Exploit]) -> Iterator[Outcome]:
    from codearena.exploits import SECONDS, ours, theirs

    if arguments.grader:
        yield from theirs(files, arguments.grader, arguments.seconds or SECONDS)
        return
    from codearena.arena import Arena
    from codearena.core.config import load_config

    with Arena(load_config()) as arena:
        yield from ours(files, arena, arguments.profile)


def _record(outcome: Outcome) -> str:
    import json

    exploit = outcome.exploit
    fields = {"name": exploit.name, "family": exploit.family, "reward": outcome.reward, "bound": exploit.bound}
    return json.dumps(fields | {"verdict": outcome.verdict, "detail": outcome.detail}, allow_nan=False)


def _print(outcomes: Iterable[Outcome]) -> None:
    from rich.table import Table
    from rich.text import Text

    from codearena.cli.screen import screen, show
    from codearena.cli.text import clean, count

    families: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        families.setdefault(outcome.exploit.family, []).append(outcome)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("  family", "files", "held"):
        table.add_column(name, justify="left" if name == "  family" else "right")
    for family, members in families.items():
        held = sum(outcome.held for outcome in members)
        table.add_row(f"  {family}", str(len(members)), Text(str(held), style="" if held == len(members) else "bold red"))
    lost = [outcome for members in families.values() for outcome in members if not outcome.held]
    lines = [Text(clean(f"  {_sentence(outcome)}")) for outcome in lost]
    total = sum(map(len, families.values()))
    verdict = f"\n  {count(total, 'file')}, all held" if not lost else f"\n  {len(lost)} of {count(total, 'file')} not held"
    show(screen(), "", table, *([""] if lines else []), *lines, Text(verdict, style="bold red" if lost else "bold green"), "")


def _sentence(outcome: Outcome) -> str:
    exploit = outcome.exploit
    if outcome.verdict == "crashed":
        return f"{exploit.name}: the grader gave no reward: {outcome.detail}"
    if exploit.honest:
        return f"{exploit.name}: wronged, earned {outcome.reward:.4g} ({exploit.what}) {outcome.detail}".rstrip()
    return f"{exploit.name}: paid {outcome.reward:.4g}, may earn {exploit.bound:g}: {exploit.what}"
