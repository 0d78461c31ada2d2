"""Standard output as rich sees it: colours and width where it is a terminal, plain text of 80 columns elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WIDEST = 100
"""Columns that a report uses at most; longer lines are hard to read."""


def screen(*, wide: bool = False) -> Console:
    """Return a console on standard output that shows text as it is given: no markup, no guessing of colours.

    With ``wide`` lines are never broken where it is no terminal: other programs read them there.
    """
    from rich.console import Console
    from rich.theme import Theme

    theme = Theme({"markdown.code": "bold cyan", "markdown.code_block": "cyan"})  # without boxes of another background

    class Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # for `main` to handle; rich would end the process with status 1

    console = Screen(markup=False, emoji=False, highlight=False, theme=theme)
    if console.is_terminal:
        console.width = min(console.width, WIDEST)
    elif wide:
        console.width = 10_000
    return console


def show(console: Console, *parts: RenderableType) -> None:
    """Print ``parts`` below each other, in one write."""
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    # Without the blanks that fill up lines.
    sys.stdout.write("".join(line.rstrip(" ") + "\n" for line in captured.get().split("\n")[:-1]))
