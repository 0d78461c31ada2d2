"""A submission is made of anything that is text, and named by its content."""

from __future__ import annotations

import dataclasses
import json
import pickle
from typing import Any

import pytest

from codearena.core.errors import InvalidSubmissionError
from codearena.core.submission import MAIN, MAX_BYTES, Submission

CODE = "def f(x):\n    return x + 1\n"


def test_text_becomes_the_file_that_tests_import() -> None:
    made = Submission.of(CODE)
    assert made.files == ((MAIN, CODE),)
    assert made.text == CODE
    assert made.language == "python"


def test_bytes_are_the_text_that_they_encode() -> None:
    assert Submission.of("s = 'é'".encode()) == Submission.of("s = 'é'")


def test_bytes_that_are_no_utf_8_are_kept_apart_from_each_other() -> None:
    first, second = Submission.of(b"s = '\xff'"), Submission.of(b"s = '\xfe'")
    assert first.text == "s = '\udcff'"
    assert first.digest != second.digest


@pytest.mark.parametrize(
    "code", [b"\xef\xbb\xbfx = 1\n", "\ufeffx = 1\n", {MAIN: "\ufeffx = 1\n"}], ids=["bytes", "text", "a file of several"]
)
def test_a_byte_order_mark_is_no_part_of_the_text(code: Any) -> None:
    assert Submission.of(code) == Submission.of("x = 1\n")


def test_a_submission_is_one_already() -> None:
    made = Submission.of(CODE)
    assert Submission.of(made) is made


def test_several_files_start_with_the_main_one_in_any_order_given() -> None:
    given = {"zeta.py": "z = 1\n", MAIN: CODE, "alpha.py": "a = 1\n"}
    made = Submission.of(given)
    assert made.files == ((MAIN, CODE), ("alpha.py", "a = 1\n"), ("zeta.py", "z = 1\n"))
    assert made.text == CODE
    assert made == Submission.of(dict(reversed(given.items())))


def test_several_files_need_the_main_one() -> None:
    with pytest.raises(InvalidSubmissionError, match=r"needs one named 'solution.py'; got \['a.py', 'b.py'\]"):
        Submission.of({"b.py": "", "a.py": ""})


WRONG: list[Any] = [None, 5, 1.5, ["x = 1"], ("solution.py", "x = 1"), {}, {MAIN: 5}, {MAIN: None}, {1: "x"}, {MAIN: b"x"}, object()]


@pytest.mark.parametrize("code", WRONG, ids=repr)
def test_what_is_no_text_is_refused_at_the_door(code: Any) -> None:
    with pytest.raises(InvalidSubmissionError, match=f"not {type(code).__name__}"):
        Submission.of(code)


def test_equal_content_has_equal_digests() -> None:
    assert Submission.of(CODE).digest == Submission.of(CODE.encode()).digest == Submission.of({MAIN: CODE}).digest


@pytest.mark.parametrize(
    "other",
    [
        Submission.of(f"{CODE} "),
        Submission.of({MAIN: CODE, "helper.py": ""}),
        Submission(files=(("main.py", CODE),)),
        Submission(files=((MAIN, CODE),), language="rust"),
    ],
)
def test_any_difference_changes_the_digest(other: Submission) -> None:
    assert other.digest != Submission.of(CODE).digest


def test_files_that_run_together_to_the_same_text_differ() -> None:
    assert Submission.of({MAIN: "ab", "x": "c"}).digest != Submission.of({MAIN: "a", "x": "bc"}).digest


def test_size_counts_bytes_over_all_files() -> None:
    assert Submission.of("é").size == 2
    assert Submission.of({MAIN: "abc", "b.py": "é"}).size == 9  # the name of a further file is text, too
    assert Submission.of(b"\xff").size == 3  # as the surrogate that stands for it
    assert Submission.of("").size == 0


def test_too_much_text_is_still_a_submission() -> None:
    assert Submission.of("#" * (MAX_BYTES + 1)).size == MAX_BYTES + 1


@pytest.mark.parametrize("code", [CODE, "", b"\xff\x00", {MAIN: CODE, "b.py": "é\n"}])
def test_a_submission_comes_back_from_json_and_from_a_pickle(code: Any) -> None:
    made = Submission.of(code)
    for again in (Submission.from_dict(json.loads(json.dumps(made.to_dict()))), pickle.loads(pickle.dumps(made))):
        assert again == made
        assert again.digest == made.digest
        assert hash(again) == hash(made)


def test_a_submission_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Submission.of(CODE).files = ()  # type: ignore[misc]
