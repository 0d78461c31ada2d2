"""``codearena profiles``: how rewards are made, from the same tables that make them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType

    from codearena.cli import Commands
    from codearena.core.contracts import Scorer
    from codearena.core.plan import Profile

_DESCRIPTION = """Show each profile: its formula, its scorers, and what each is worth.

Own profiles stand in codearena.toml, codearena.yaml or pyproject.toml, or in a file of their own:

  codearena grade attempt.py --task easy/average-list --profile strict.yaml"""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "profiles", help="show how rewards are made", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="profile, or file that holds one; all when left out")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print one JSON array")
    output.add_argument("--markdown", action="store_true", help="print as it stands in the documentation")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print each profile that is asked for."""
    from codearena.arena import Arena

    with Arena() as arena:
        names = arguments.names or list(arena.config.profiles)
        rows = [describe(arena.profile(name), arena.scorers) for name in names]
    if arguments.json:
        import json

        print(json.dumps(rows, indent=1))
    elif arguments.markdown:
        print("\n\n".join(map(markdown, rows)))
    else:
        _print(rows)
    return 0


def describe(profile: Profile, scorers: Mapping[str, Scorer]) -> dict[str, Any]:
    """Return what ``profile`` is made of as plain data: about, rule, formula, and a row for each scorer."""
    from codearena.core.compose import RULES

    rows = []
    for entry in profile.entries:
        scorer = scorers.get(entry.scorer)
        about = (scorer.function.__doc__ or "").strip() if scorer is not None else "no plugin offers it"
        rows.append(
            {
                "scorer": entry.scorer,
                "role": entry.role,
                "weight": entry.weight,
                "without_judge": entry.fallback,
                "options": dict(entry.options),
                "about": " ".join(about.partition("\n\n")[0].split()),
            }
        )
    formula = " ".join((RULES[profile.rule].__doc__ or "").split())
    return {"name": profile.name, "about": profile.about, "rule": profile.rule, "formula": formula, "scorers": rows}


def markdown(profile: Mapping[str, Any]) -> str:
    """Return a section of documentation for what `describe` returned."""
    lines = [f"## {profile['name']}", "", *([profile["about"], ""] if profile["about"] else [])]
    lines += [f"Rule `{profile['rule']}`: {profile['formula']}", ""]
    lines += ["| scorer | role | weight | value |", "|---|---|---|---|"]
    for row in profile["scorers"]:
        lines.append(f"| `{row['scorer']}` | {row['role']} | {_weight(row) or '–'} | {' '.join(_remarks(row))} |")
    return "\n".join(lines)


def _weight(row: Mapping[str, Any]) -> str:
    return f"{row['weight']:.2f}" if row["weight"] else ""


def _remarks(row: Mapping[str, Any]) -> Iterator[str]:
    yield row["about"]
    if row["without_judge"] is not None:
        yield f"Without a judge: {row['without_judge']:g}."
    if row["options"]:
        yield "Options: " + ", ".join(f"{key} = {value}" for key, value in row["options"].items()) + "."


def _print(profiles: list[dict[str, Any]]) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from codearena.cli.screen import screen, show
    from codearena.cli.text import clean

    console = screen()
    for profile in profiles:
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        for row in profile["scorers"]:
            table.add_row(row["scorer"], row["role"], _weight(row), Text(clean(" ".join(_remarks(row))), style="dim"))
        formula = Text.assemble((profile["rule"], "cyan"), clean(f": {profile['formula']}"))
        parts: list[RenderableType] = [Text(clean(profile["about"])), formula] if profile["about"] else [formula]
        show(console, Text(clean(profile["name"]), style="bold"), *(Padding(part, (0, 0, 0, 2)) for part in [*parts, table]), Text())
