"""``codearena plugins``: what is installed, and what it offers."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from codearena.cli.text import clean

if TYPE_CHECKING:
    from codearena.arena import Arena
    from codearena.cli import Commands


def add(commands: Commands) -> None:
    """Declare the command."""
    description = "List plugins in the order in which they are asked, with what each offers, and why one is not loaded."
    parser = commands.add_parser("plugins", help="list plugins and what they offer", description=description)
    parser.add_argument("--json", action="store_true", help="print one JSON array")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what is known of each plugin."""
    from codearena.arena import Arena

    with Arena() as arena:
        rows = describe(arena)
    if arguments.json:
        import json

        print(json.dumps(rows, indent=1))
    else:
        _print(rows)
    return 0


def describe(arena: Arena) -> list[dict[str, Any]]:
    """Return for each plugin its name, version, origin, hooks, scorers (name, version, stage) and error."""
    from codearena import __version__

    offered: dict[str, list[dict[str, str]]] = {}
    for plugin, scorer in arena.plugins.offers("codearena_scorers"):
        offered.setdefault(plugin, []).append({"name": scorer.name, "version": scorer.version, "stage": scorer.stage})
    return [
        {
            "name": info.name,
            "version": info.version or (__version__ if info.origin == "built-in" else ""),
            "origin": info.origin,
            "hooks": list(info.hooks),
            "scorers": offered.get(f"{info.origin}:{info.name}", []),
            "error": info.error,
        }
        for info in arena.plugins.infos
    ]


def _print(rows: list[dict[str, Any]]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    from codearena.cli.screen import screen, show

    console = screen()
    for row in rows:
        about = f"  {row['version']}  {row['origin']}".replace("    ", "  ")
        show(console, Text.assemble((clean(row["name"]), "bold"), (clean(about), "dim")))
        lines = [Text(f"hooks    {', '.join(row['hooks'])}")] if row["hooks"] else []
        scorers = ", ".join(f"{each['name']} ({each['stage']}, version {each['version']})" for each in row["scorers"])
        lines += [Text(clean(f"scorers  {scorers}"))] if scorers else []
        lines += [Text(clean(f"not loaded: {row['error']}"), style="red")] if row["error"] else []
        show(console, *(Padding(line, (0, 0, 0, 2)) for line in lines))
