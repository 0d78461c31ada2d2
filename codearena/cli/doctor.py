"""``codearena doctor``: what this machine can isolate, and what that is worth."""

from __future__ import annotations

import argparse
import os
import platform
from typing import TYPE_CHECKING, Any

from codearena.cli.text import clean

if TYPE_CHECKING:
    from codearena.cli import Commands
    from codearena.core.grade import SandboxReport

LEVELS = {
    "process": "limits on time, memory and output, and a clean environment: no sandbox, so code can read your files, use the network and "
    "start processes.",
    "filtered": "system calls are filtered: no network, no other program, no new processes; the files that you can reach stay in reach.",
    "locked": "the kernel also closes the file system: a submission reads the standard library, writes into its own scratch folder, and "
    "reaches no other file, process or machine.",
}
"""What each level holds, from weak to strong."""

REMEDIES = {
    "landlock": "Landlock needs Linux 5.13 or newer with `landlock` among its security modules (see /sys/kernel/security/lsm; the boot "
    "parameter is lsm=); in a container the runtime must let the landlock_ calls through.",
    "seccomp": "seccomp needs a kernel with CONFIG_SECCOMP_FILTER; in a container the runtime must let the call seccomp through.",
    "machine": "Isolation is there for Linux on x86-64 and aarch64; elsewhere grade in a virtual machine with Linux.",
}
_TASK = "easy/average-list"
_ACCEPT = 'To grade trusted code all the same, say min_level = "{level}" in codearena.toml.'

_DESCRIPTION = """Try what this machine can isolate, grade a reference in it, and say what that is worth.

Exit status 0 when level `locked` is reached, else 1."""


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="say what this machine can isolate",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Examine this machine and print what was found."""
    found = examine()
    if arguments.json:
        import json

        print(json.dumps(found, indent=1))
    else:
        _print(found)
    return 0 if _isolates(found) and not found["grading"] else 1


def examine() -> dict[str, Any]:
    """Return what this machine has, the level that a lane reaches on it, and what would help where that is not the strongest."""
    from codearena.cli.probes import probe
    from codearena.sandbox.isolation.landlock import version

    refused = probe()
    landlock = version()
    sandbox, grading = _reached()
    found: dict[str, Any] = {
        "level": sandbox.level,
        "missing": list(sandbox.missing),
        "grading": grading,
        "kernel": f"{platform.system()} {platform.release()}",
        "machine": platform.machine(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "cores": len(os.sched_getaffinity(0)),
        "landlock": landlock,
        **{name: {"works": not reason, "reason": reason} for name, reason in refused.items()},
    }
    return found | {"remedies": [] if _isolates(found) else _remedies(found)}


def _isolates(found: dict[str, Any]) -> bool:
    return found["level"] not in ("none", "process", "filtered")  # a plugin's sandbox may have levels of its own


def _reached() -> tuple[SandboxReport, str]:
    """Open a lane, whatever it is worth, and grade a reference in it; return what it is worth, and what went wrong."""
    from codearena.arena import Arena
    from codearena.core.config import load_config
    from codearena.core.errors import CodeArenaError
    from codearena.core.grade import SandboxReport

    with Arena(load_config(min_level="process", workers=1)) as arena:
        task = arena.load_task(_TASK)
        try:
            grade = arena.grade(task.reference, task)
        except CodeArenaError as error:
            return SandboxReport(level="none"), str(error)
    if grade.reward is None:
        return grade.sandbox, next(each.reason for each in grade.evidence if each.value is None)
    return grade.sandbox, "" if grade.solved else f"the reference of {task.id} earned {grade.reward:.4g}"


def _remedies(found: dict[str, Any]) -> list[str]:
    from codearena.sandbox.isolation.kernel import SUPPORTED

    if not SUPPORTED:
        return [REMEDIES["machine"]]
    remedies = [] if found["landlock"] else [REMEDIES["landlock"]]
    remedies += [] if found["seccomp"]["works"] else [REMEDIES["seccomp"]]
    return remedies + ([_ACCEPT.format(level=found["level"])] if found["level"] in LEVELS else [])


def _print(found: dict[str, Any]) -> None:
    from rich.table import Table
    from rich.text import Text

    from codearena.cli.screen import screen, show

    facts = Table.grid(padding=(0, 2, 0, 0))
    for name, value in _facts(found):
        facts.add_row(Text(f"  {name}", style="dim"), Text(clean(value)))
    levels = Table.grid(padding=(0, 2, 0, 0))
    for name, worth in LEVELS.items():
        reached = name == found["level"]
        levels.add_row(
            Text(f"{'>' if reached else ' '} {name}", style="bold" if reached else "dim"), Text(worth, style="" if reached else "dim")
        )
    level = Text.assemble("\n  isolation  ", (found["level"], f"bold {'green' if _isolates(found) else 'red'}"))
    advice = [Text(clean(f"\n  {text}")) for text in found["remedies"]]
    show(screen(), level, "", facts, "", levels, *advice, "")


def _facts(found: dict[str, Any]) -> list[tuple[str, str]]:
    def works(name: str, otherwise: str = "") -> str:
        return "yes" if found[name]["works"] else f"no: {found[name]['reason']}{otherwise}"

    return [
        ("kernel", f"{found['kernel']} on {found['machine']}"),
        ("Landlock", f"version {found['landlock']}" if found["landlock"] else "no"),
        ("seccomp", works("seccomp")),
        ("user namespaces", works("user_namespaces", "; not needed")),
        ("control groups", works("cgroups", "; not needed")),
        ("missing", ", ".join(found["missing"]) or "nothing"),
        ("grading", found["grading"] or "a reference was graded, and solved its task"),
        ("cores", str(found["cores"])),
        ("Python", found["python"]),
    ]
