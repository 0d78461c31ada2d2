"""Comments, blank lines and layout are the business of `quality` alone: what a program does is what it earns."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import codearena as ca
from codearena.tasks.bundled import Bundled

IDS = ("easy/average-list", "hard/max-subarray", "medium/binary-search", "security/calculator", "types/sum-mixed")
NOISE = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)
COMMENTS = ("", "# and so on", "    # indented", "\t# by a tab", "# def f(: ''' \"\"\" \\", "# é ∑ 𝔘", "# import os; os._exit(0)", "#" * 99)
SPACES = ("", " ", "   ", "\t")
UNITS = ("    ", " ", "\t", "      ")


def programs() -> Iterator[tuple[ca.Task, str]]:
    """Yield the programs of these tasks, each with its task; slow ones would add seconds and nothing else."""
    for task_id in IDS:
        task = Bundled().load(task_id)
        assert task is not None
        for name, text in (("reference", task.reference), *task.right, *task.wrong):
            if name != "slow.py":
                yield task, text


PROGRAMS = list(programs())


def relaid(text: str, draw: st.DrawFn) -> str:
    """Return ``text`` in another layout: what stands before, after and between its statements is drawn."""
    unit, lines = draw(st.sampled_from(UNITS)), io.StringIO(text, newline="").readlines()
    depth, begins, ends = 0, dict[int, int](), dict[int, int]()
    fresh = True
    for token in tokenize.generate_tokens(iter(lines).__next__):
        depth += (token.type == tokenize.INDENT) - (token.type == tokenize.DEDENT)
        if fresh and token.type not in NOISE:
            begins[token.start[0]], fresh = depth, False
        elif token.type == tokenize.NEWLINE:
            ends[token.start[0]], fresh = token.start[1], True
    laid = []
    for number, line in enumerate(lines, start=1):
        whole = line
        if number in ends:
            whole = line[: ends[number]] + draw(st.sampled_from(SPACES)) + draw(st.sampled_from(COMMENTS)).lstrip() + "\n"
        if number in begins:
            before = draw(st.lists(st.sampled_from([*COMMENTS, " ", "\x0c"]), max_size=2))
            whole = "".join(f"{each}\n" for each in before) + unit * begins[number] + whole.lstrip(" \t")
        laid.append(whole)
    return "".join(laid).rstrip("\n") + draw(st.sampled_from(["", "\n", "\n\n\n", "\n# the end"]))


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[ca.Task, str, str]:
    """A task, a program for it, and the same program in another layout."""
    task, text = draw(st.sampled_from(PROGRAMS))
    other = ast.unparse(ast.parse(text)) if draw(st.booleans()) else text
    other = relaid(other, draw)
    return task, text, other.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def outcome(arena: ca.Arena, code: str, task: ca.Task) -> tuple[object, ...]:
    """Return what a program earns, and for what, and which tests it fails; all but what its quality is paid for."""
    grade = arena.grade(code, task)
    failed = sorted(finding.message.split(": ")[0] for finding in grade.components["tests"].findings)
    values = {name: (part.value, part.status) for name, part in grade.components.items() if name != "quality"}
    paid = {share.name: (share.weight, share.value, share.points) for share in grade.shares if share.name != "quality"}
    return grade.solved, values, paid, failed


@settings(max_examples=30, deadline=None)
@given(rewritten())
def test_layout_changes_neither_what_is_paid_beside_quality_nor_which_tests_pass(arena: ca.Arena, made: tuple[ca.Task, str, str]) -> None:
    task, text, other = made
    assert ast.dump(ast.parse(other)) == ast.dump(ast.parse(text))  # else the rewriting is at fault
    assume(other != text)
    assert outcome(arena, other, task) == outcome(arena, text, task)


def test_the_programs_tell_rewards_apart(arena: ca.Arena) -> None:
    assert len({grade.reward for grade in arena.grade_many((text, task) for task, text in PROGRAMS)}) > 5


@pytest.mark.parametrize("task_id", IDS)
def test_a_program_without_comments_and_blank_lines_is_the_same_program(arena: ca.Arena, task_id: str) -> None:
    for task, text in PROGRAMS:
        if task.id == task_id:
            assert outcome(arena, ast.unparse(ast.parse(text)), task) == outcome(arena, text, task)
