"""Writes the folder of a new task: a small one that is sound as it stands, to be replaced piece by piece."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from codearena.core.errors import InvalidTaskError

_ID = re.compile(r"([a-z0-9][a-z0-9-]{0,63})/([a-z0-9][a-z0-9-]{0,63})")


def write_task(task_id: str, into: Path, *, properties: bool = False, workload: bool = False) -> Path:
    """Write the folder of a task called ``task_id`` into the folder ``into``; return its path.

    It is called as the second part of the id. Raises `InvalidTaskError` for an id that is none, for a folder that is
    there already, and where nothing can be written; then nothing is left behind.
    """
    match = _ID.fullmatch(task_id)
    if match is None:
        raise InvalidTaskError(
            f"{task_id!r} is no id of a task; expected FAMILY/NAME, such as mine/average: small letters, digits and hyphens, "
            "at most 64 of them each"
        )
    if not into.is_dir():
        raise InvalidTaskError(f"{into} is not a folder, so no task can be written into it; make it first, or name another one")
    family, name = match.groups()
    folder = into / name
    wanted = {"properties.py": properties, "workload.py": workload}
    files = {path: text for path, text in _FILES.items() if wanted.get(path, True)}
    files["task.toml"] = files["task.toml"].format(id=task_id, family=family)
    _write(folder, files)
    return folder


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Make a folder with these files in it, all of them or none."""
    try:
        folder.mkdir()
    except FileExistsError:
        raise InvalidTaskError(f"{folder} is there already; remove it, choose another name, or write into another folder") from None
    except OSError as error:
        raise InvalidTaskError(f"{folder} cannot be made: {error.strerror}; write into another folder") from error
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, OSError):
            raise InvalidTaskError(f"{folder} cannot be written: {error.strerror}; nothing is left of it") from error
        raise


# ---------------------------------------------------------------------------------------------------- files

_TOML = """\
id = "{id}"
version = "1"
title = "Largest so far"
difficulty = "easy"            # easy, medium or hard
family = "{family}"
entry_points = ["largest_so_far"]   # what the tests use
tags = ["lists"]
license = ""                   # of the task's own texts
source = ""                    # where it comes from

[limits]
cpu_seconds = 2                # of a submission, over all tests
memory_mb = 512
"""

_PROMPT = """\
# Largest so far

The code below gives wrong results. Repair it.

    largest_so_far(numbers: list[int]) -> list[int]

`largest_so_far` returns a list as long as `numbers`, with the largest of the numbers up to each place, itself included.

- Numbers may be negative.
- For an empty list the result is `[]`.
- `numbers` is not changed.

## Examples

    largest_so_far([3, 1, 4, 1, 5])  ->  [3, 3, 4, 4, 5]
    largest_so_far([-2, -7, -1])     ->  [-2, -2, -1]
"""

_STARTER = '''\
def largest_so_far(numbers):
    """Return the largest number up to each place."""
    result = []
    best = 0
    for number in numbers:
        result.append(best)
        best = max(best, number)
    return result
'''

_REFERENCE = '''\
"""Running maxima."""

from collections.abc import Iterable


def largest_so_far(numbers: Iterable[int]) -> list[int]:
    """Return the largest number up to each place, itself included.

    >>> largest_so_far([3, 1, 4, 1, 5])
    [3, 3, 4, 4, 5]
    """
    result: list[int] = []
    for number in numbers:
        result.append(number if not result or number > result[-1] else result[-1])
    return result
'''

_VISIBLE = """\
from solution import largest_so_far


def test_rising_and_falling():
    assert largest_so_far([3, 1, 4, 1, 5]) == [3, 3, 4, 4, 5]
    assert largest_so_far([9, 2]) == [9, 9]


def test_negative_numbers():
    assert largest_so_far([-2, -7, -1]) == [-2, -2, -1]
    assert largest_so_far([-3]) == [-3]


# Several expectations in each test, so that no constant passes one.
def test_empty_list():
    assert largest_so_far([]) == []
    assert largest_so_far([6]) == [6]
"""

_HIDDEN = """\
import pytest
from solution import largest_so_far


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], [1, 2, 3]),
        ([3, 2, 1], [3, 3, 3]),
        ([-5, 0, -5, 2], [-5, 0, 0, 2]),
        ([7, 7, 8, 7], [7, 7, 8, 8]),
    ],
)
def test_largest_up_to_each_place(numbers, expected):
    assert largest_so_far(numbers) == expected
    assert largest_so_far([number - 10 for number in numbers]) == [number - 10 for number in expected]


def test_all_below_zero():
    assert largest_so_far([-9, -4, -6]) == [-9, -4, -4]
    assert largest_so_far([-1, -2]) == [-1, -1]


def test_list_is_left_alone():
    numbers = [2, 5, 1]
    assert largest_so_far(numbers) == [2, 5, 5]
    assert largest_so_far(numbers[::-1]) == [1, 5, 5]
    assert numbers == [2, 5, 1]


def test_many_numbers():
    numbers = [(n * 37 + n * n * 11) % 101 - 50 for n in range(300)]
    result = largest_so_far(numbers)
    assert result == [max(numbers[: place + 1]) for place in range(300)]
    assert largest_so_far(result) == result
"""

_LIBRARY = """\
from itertools import accumulate


def largest_so_far(numbers):
    return list(accumulate(numbers, max))
"""

_SLOW = '''\
def largest_so_far(numbers):
    """Look at all numbers before each place: quadratic."""
    result = []
    for place in range(len(numbers)):
        best = numbers[place]
        for number in numbers[:place]:
            if number > best:
                best = number
        result.append(best)
    return result
'''

_FROM_ZERO = '''\
def largest_so_far(numbers):
    """Begin with 0, which is wrong where all numbers are below it."""
    result, best = [], 0
    for number in numbers:
        best = max(best, number)
        result.append(best)
    return result
'''

_HARDCODED = '''\
def largest_so_far(numbers):
    """Know the examples, and nothing else."""
    answers = {(3, 1, 4, 1, 5): [3, 3, 4, 4, 5], (-2, -7, -1): [-2, -2, -1], (6,): [6]}
    return answers.get(tuple(numbers), [])
'''

_PROPERTIES = """\
import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NUMBERS = st.lists(st.integers(-20, 20), max_size=12)


@given(NUMBERS)
def test_same_as_the_reference(numbers):
    assert solution.largest_so_far(list(numbers)) == reference.largest_so_far(numbers)


@given(NUMBERS, st.integers(21, 1000))
def test_what_follows_a_larger_number(numbers, large):
    before = solution.largest_so_far(list(numbers))
    assert solution.largest_so_far([*numbers, large, *numbers]) == before + [large] * (len(numbers) + 1)
"""

_WORKLOAD = '''\
"""Lists of n numbers of six digits: of the same width, so that only their number grows."""

from random import Random

SHAPES = ("random", "rising")


def inputs(n: int, rng: Random, shape: str = "random") -> tuple:
    """Return the arguments of one call: a list of n numbers."""
    numbers = [rng.randrange(100_000, 1_000_000) for _ in range(n)]
    return (sorted(numbers) if shape == "rising" else numbers,)
'''

_FILES: Mapping[str, str] = {
    "task.toml": _TOML,
    "prompt.md": _PROMPT,
    "starter.py": _STARTER,
    "reference.py": _REFERENCE,
    "tests/test_visible.py": _VISIBLE,
    "tests/test_hidden.py": _HIDDEN,
    "properties.py": _PROPERTIES,
    "workload.py": _WORKLOAD,
    "right/library.py": _LIBRARY,
    "right/slow.py": _SLOW,
    "wrong/from_zero.py": _FROM_ZERO,
    "wrong/hardcoded.py": _HARDCODED,
}
