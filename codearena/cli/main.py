"""The entry point: which command is asked for, and what its end means to a shell."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from codearena import __version__
from codearena.cli import doctor, grade, plugins, profiles, redteam, regrade, tasks
from codearena.core.errors import CodeArenaError, PluginError, UsageError

USAGE, UNGRADED, INTERRUPTED, PIPE = 2, 3, 130, 141
"""Exit statuses beside those of a command; the last two are what a shell makes of SIGINT and SIGPIPE."""

_EPILOG = """exit status:
  0  solved, sound, isolated          2  asked for something that cannot be done
  1  not                              3  could not grade here; worth another try
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that ``argv`` (by default the process's arguments) asks for; return its exit status.

    What goes wrong for a reason that can be named ends as one paragraph on standard error, not as a traceback.
    """
    _never_choke_on_text()
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except SystemExit as done:  # argparse has said what there is to say
        return done.code if isinstance(done.code, int) else USAGE
    except KeyboardInterrupt:
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        _drop_output()
        return PIPE
    except (UsageError, PluginError) as error:
        return _fail(f"codearena: {error}", USAGE)
    except (CodeArenaError, OSError) as error:
        return _fail(f"codearena: {error}", UNGRADED)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="codearena",
        description="Grade code that nobody trusts: a reward between 0 and 1, with the evidence for it.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"codearena {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for family in (grade, tasks, profiles, plugins, doctor, regrade, redteam):
        family.add(commands)
    return parser


def _fail(message: str, status: int) -> int:
    from codearena.cli.text import clean

    with suppress(BrokenPipeError):
        sys.stdout.flush()
    print(clean(" ".join(message.split())), file=sys.stderr)
    return status


def _never_choke_on_text() -> None:
    """Have output write out what its encoding lacks: submissions and file names may hold anything."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # not there when something stands in for a file
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _drop_output() -> None:
    """Send what is still buffered nowhere, or the interpreter complains of the closed pipe as it ends."""
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
