"""A grade as a person reads it: the verdict, the evidence for it, and the sum that it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from codearena.cli.text import clean

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from codearena.core.evidence import Finding
    from codearena.core.grade import Component, Grade
    from codearena.core.task import Task

_BAR = 10
_GOOD, _BAD, _ODD, _FAINT = "green", "red", "magenta", "dim"
_SEVERITIES = {"error": _BAD, "warning": "yellow", "note": "cyan"}

_DIGITS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ".": (" ", " ", "▀"),
}


def print_report(graded: Sequence[tuple[str, Grade]], task: Task, *, show_hidden: bool) -> None:
    """Print a report on each of ``graded``, pairs of file name and grade; of several also a table of all."""
    from codearena.cli.screen import screen, show

    console = screen()
    for name, grade in graded:
        view = _View(grade, task, show_hidden=show_hidden, ascii_only=console.options.ascii_only, large=console.is_terminal)
        heading = [_rule(console, _called(name))] if len(graded) > 1 else []
        show(console, *heading, *view.parts())
    if len(graded) > 1:
        show(console, _rule(console, f"{len(graded)} files, {sum(g.solved for _, g in graded)} solved"), _overview(graded))


@dataclass(frozen=True)
class _View:
    """One grade, and how it is to be shown."""

    grade: Grade
    task: Task
    show_hidden: bool
    ascii_only: bool
    large: bool

    def parts(self) -> Iterator[RenderableType]:
        """Yield what stands on the page, from top to bottom."""
        yield ""
        yield self._header()
        yield self._reward()
        yield ""
        yield self._components()
        for name, part in self.grade.components.items():
            yield from self._findings(name, part)
        if self.grade.flags:
            yield ""
            yield _line(("  flags    ", "bold"), (clean(", ".join(self.grade.flags)), _ODD))
        if self.grade.shares:
            yield ""
            yield self._sum()
        yield ""
        yield self._footer()
        yield ""

    def _header(self) -> RenderableType:
        from rich.table import Table

        grid = Table.grid(expand=True)
        grid.add_column()
        grid.add_column(justify="right")
        title = clean(f"  {self.task.title}") if self.task.title else ""
        grid.add_row(_line((f"  {clean(self.grade.task)}", "bold"), (title, _FAINT)), _line(_verdict(self.grade)))
        return grid

    def _reward(self) -> Text:
        reward = self.grade.reward
        if reward is None:
            failed = (e.reason for e in self.grade.evidence if e.value is None and e.status == "failed")
            return _line(("\n  no reward: this was ours, not the submission's. ", f"bold {_ODD}"), (clean(next(failed, "")), ""))
        style = f"bold {_colour(reward)}"
        if not self.large or self.ascii_only:
            return _line(("\n  reward ", "bold"), (number(reward), style), (" of 1", _FAINT))
        rows = ["  ".join(_DIGITS[char][row] for char in number(reward)) for row in range(3)]
        return _line(*((f"\n    {row}", style) for row in rows), ("   of 1", _FAINT))

    def _components(self) -> Table:
        from rich.table import Table

        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_FAINT, expand=True)
        table.add_column("  component", no_wrap=True)
        table.add_column("value", justify="right")
        table.add_column("", no_wrap=True)
        table.add_column("weight", justify="right")
        table.add_column("status")
        table.add_column("reason", ratio=1)
        roles = {term.scorer: term.role for term in self.grade.plan.terms}
        for name, part in self.grade.components.items():
            role = roles.get(name, "advisory")
            weight = f"{part.weight:.2f}" if part.weight else {"gate": "gate", "weighted": "-", "advisory": "advice"}[role]
            value = "" if part.value is None else number(part.value)
            status = (part.status.value, _ODD if part.status == "failed" else _FAINT)
            table.add_row(f"  {name}", value, self._bar(part.value), weight, _line(status), clean(part.reason))
        return table

    def _bar(self, value: float | None) -> Text:
        if value is None:
            return _line(("-" * _BAR if self.ascii_only else "·" * _BAR, _FAINT))
        full, rest = ("#", ".") if self.ascii_only else ("━", "─")
        filled = round(value * _BAR) if value in (0.0, 1.0) else min(_BAR - 1, max(1, round(value * _BAR)))
        return _line((full * filled, _colour(value)), (rest * (_BAR - filled), _FAINT))

    def _findings(self, name: str, part: Component) -> Iterator[RenderableType]:
        shown = [finding for finding in part.findings if self.show_hidden or not finding.hidden]
        unseen = len(part.findings) - len(shown)
        if not part.findings or _says_no_more(part):
            return
        yield ""
        yield _line((f"  {name}", "bold"))
        for finding in shown:
            yield from self._finding(finding)
        if unseen:
            more = f"and {unseen} more" if shown else f"{unseen}"
            yield _line((f"    {more} in hidden tests; --all shows them", _FAINT))

    def _finding(self, finding: Finding) -> Iterator[RenderableType]:
        from rich.padding import Padding
        from rich.table import Table

        mark = "x" if self.ascii_only else "✗"
        place = (f"  (line {finding.line})" if finding.line else "") + ("  (hidden)" if finding.hidden else "")
        message, detail = _without_repeats(finding)
        grid = Table.grid(padding=(0, 1, 0, 0))  # hangs what a long message wraps to
        grid.add_row(_line((mark, _SEVERITIES.get(finding.severity, ""))), _line((clean(message), ""), (place, _FAINT)))
        yield Padding(grid, (0, 0, 0, 4))
        if detail:
            yield Padding(_line((clean(detail), _FAINT)), (0, 0, 0, 8))

    def _sum(self) -> RenderableType:
        from rich.padding import Padding

        times = "x" if self.ascii_only else "×"
        summed = " + ".join(f"{s.weight:.4g} {times} {s.value:.4g} {s.name}" for s in self.grade.shares)
        return Padding(_line(("reward = ", "bold"), (summed, ""), (f" = {self.grade.reward:.6g}", "bold")), (0, 0, 0, 2))

    def _footer(self) -> RenderableType:
        from rich.padding import Padding

        used, box = self.grade.resources, self.grade.sandbox
        parts = [
            f"{box.level} sandbox" + (f" without {', '.join(box.missing)}" if box.missing else ""),
            f"{used.cpu_seconds:.3f} s CPU",
            f"{used.wall_seconds:.3f} s wall",
            f"{used.peak_memory_bytes / 2**20:.0f} MiB",
            f"{self.grade.profile} plan {self.grade.plan_digest[:8]}",
        ]
        return Padding(_line((clean((", " if self.ascii_only else " · ").join(parts)), _FAINT)), (0, 0, 0, 2))


def number(value: float) -> str:
    """Return ``value`` to four digits, and never as more than it is: only a full 1 is shown as one.

    >>> number(1.0), number(0.99999), number(2 / 3), number(0.0)
    ('1.0', '0.9999', '0.6667', '0.0')
    """
    if 0.9999 < value < 1.0:
        return "0.9999"
    text = f"{value:.4f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def _says_no_more(part: Component) -> bool:
    """Whether the only finding repeats the reason that stands in the table."""
    first = part.findings[0]
    return len(part.findings) == 1 and first.message in part.reason and first.detail.count("\n") == 0


def _without_repeats(finding: Finding) -> tuple[str, str]:
    """Return the message and the detail of a finding, each without what the other says, too."""
    subject, _, rest = finding.message.partition(": ")
    if "\n" not in finding.detail:
        return finding.message, "" if finding.detail in finding.message else finding.detail
    return subject if rest and rest in finding.detail else finding.message, finding.detail


def _verdict(grade: Grade) -> tuple[str, str]:
    if grade.reward is None:
        return "not graded", f"bold {_ODD}"
    return ("solved", f"bold {_GOOD}") if grade.solved else ("not solved", f"bold {_BAD}")


def _called(name: str) -> str:
    return "standard input" if name == "-" else name


def _colour(value: float) -> str:
    if value >= 1.0:
        return _GOOD
    return "yellow" if value > 0.0 else _BAD


def _line(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    return Text.assemble(*parts)


def _rule(console: Console, title: str) -> Text:
    stroke = "-" if console.options.ascii_only else "─"
    return _line((f"{stroke * 2} ", _FAINT), (clean(title), "bold"), (" " + stroke * max(2, console.width - len(title) - 4), _FAINT))


def _overview(graded: Sequence[tuple[str, Grade]]) -> Table:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style=_FAINT)
    table.add_column("  reward", justify="right")
    table.add_column("verdict", no_wrap=True)
    table.add_column("file", overflow="fold")
    for name, grade in graded:
        reward = "" if grade.reward is None else number(grade.reward)
        table.add_row(f"  {reward}", _line(_verdict(grade)), clean(_called(name)))
    return table
