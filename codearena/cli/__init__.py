"""The command line: one module for each family of commands, and nothing heavy before a command is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import argparse

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
    """Where a command adds its parser."""
