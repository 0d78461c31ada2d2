"""``codearena regrade``: recorded evidence, composed again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from codearena.tasks.bundled import SUITE

FOLDER = SUITE / "easy" / "average-list"
FILES = ["reference.py", "wrong/tidy.py", "starter.py"]
TOML = """
[profiles.half.scorers.compiles]
role = "weighted"
weight = 0.5
[profiles.strict.scorers.nothing]
weight = 0.1
"""


@pytest.fixture(autouse=True)
def profiles(tmp_path: Path) -> None:
    """Profiles of its own for every program that is run in the test's folder."""
    (tmp_path / "codearena.toml").write_text(TOML)
    (tmp_path / "plain.yaml").write_text(
        "rule: weighted-sum\nscorers: {compiles: {role: gate}, tests: {weight: 0.5}, complexity: {weight: 0.5}}"
    )


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``grade --json`` printed of a right, a wrong, and a program that does not compile."""
    import contextlib
    import io

    from codearena.cli.main import main

    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert main(["grade", *(str(FOLDER / name) for name in FILES), "--task", "easy/average-list", "--json"]) == 1
    path = tmp_path_factory.mktemp("records") / "grades.jsonl"
    path.write_text(printed.getvalue())
    return path


def test_what_was_graded_comes_back_byte_for_byte(program: Callable[..., Any], records: Path) -> None:
    ran = program("regrade", records)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == records.read_text()
    assert program("regrade", "-", stdin=records.read_bytes()).out == records.read_text()


def test_a_record_that_was_regraded_says_what_it_no_longer_knows(program: Callable[..., Any], records: Path) -> None:
    line = records.read_bytes().splitlines()[0]
    hybrid = program("regrade", "-", "--profile", "hybrid", stdin=line)
    back = program("regrade", "-", "--profile", "default", stdin=hybrid.out.encode())
    assert (back.status, back.out) == (2, "")
    assert "it was regraded before, and does not say how its evidence of complexity was found" in back.err


def test_a_changed_reward_is_composed_from_the_evidence(cli: Callable[..., Any], records: Path, tmp_path: Path) -> None:
    first = json.loads(records.read_text().splitlines()[0])
    forged = tmp_path / "forged.jsonl"
    forged.write_text(json.dumps(first | {"reward": 0.25, "solved": False}) + "\n")
    assert cli("regrade", forged).out == records.read_text().splitlines(keepends=True)[0]


def test_another_profile_weighs_the_same_evidence(program: Callable[..., Any], records: Path, tmp_path: Path) -> None:
    lines = records.read_text().splitlines(keepends=True)
    graded = tmp_path / "two.jsonl"
    graded.write_text("".join(lines[:2]))
    ran = program("regrade", graded, "--profile", "half")
    assert (ran.status, ran.err) == (0, "")
    right, wrong = map(json.loads, ran.out.splitlines())
    assert (right["reward"], right["profile"], wrong["profile"]) == (1.0, "half", "half")
    assert right["plan_digest"] != json.loads(lines[0])["plan_digest"]
    assert wrong["components"]["compiles"]["weight"] == 0.5


@pytest.mark.parametrize(
    ("recorded", "profile", "said"),
    [
        (
            "starter",
            "half",
            "line 1: it has no evidence of tests, integrity, properties, complexity, security, quality, which made no difference then",
        ),
        ("reference", "strict", "the scorer 'nothing', which no plugin offers"),
        ("reference", "haf", "no profile is called 'haf' (did you mean 'half'?)"),
    ],
)
def test_evidence_that_was_never_found_is_not_made_up(
    program: Callable[..., Any], records: Path, recorded: str, profile: str, said: str
) -> None:
    line = records.read_bytes().splitlines()[FILES.index(f"{recorded}.py")]
    ran = program("regrade", "-", "--profile", profile, stdin=line)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_hybrid_declares_what_the_record_has_no_evidence_of(program: Callable[..., Any], records: Path) -> None:
    ran = program("regrade", "-", "--profile", "hybrid", stdin=b"".join(records.read_bytes().splitlines(keepends=True)[:2]))
    assert (ran.status, ran.err) == (0, "")
    right, wrong = map(json.loads, ran.out.splitlines())
    assert (right["reward"], right["solved"], right["profile"]) == (0.9, True, "hybrid")
    assert wrong["reward"] == pytest.approx(0.25 + 0.35 / 13)
    judges = {name: part for name, part in right["components"].items() if name.startswith("judge-")}
    assert {name: (part["value"], part["status"]) for name, part in judges.items()} == {
        f"judge-{what}": (0.5, "declared") for what in ("correctness", "security", "quality")
    }
    graded = json.loads(program("grade", FOLDER / "reference.py", "--task", "easy/average-list", "--profile", "hybrid", "--json").out)
    assert (graded["reward"], graded["plan_digest"]) == (right["reward"], right["plan_digest"])
    assert program("regrade", "-", stdin=ran.out.encode()).out == ran.out


def judged(record: dict[str, Any], value: float) -> dict[str, Any]:
    """Return a record as a judge called wise would have left it."""
    plan, evidence = record["plan"], record["evidence"]
    terms = [term | {"declared": None} for term in plan["terms"]]
    heard = [e | {"value": value, "status": "scored"} if e["scorer"].startswith("judge-") else e for e in evidence]
    return record | {"plan": plan | {"judge": "wise", "terms": terms}, "evidence": heard}


def test_what_a_judge_said_is_not_replaced_by_a_constant(program: Callable[..., Any], records: Path) -> None:
    line = records.read_bytes().splitlines()[0]
    record = judged(json.loads(program("regrade", "-", "--profile", "hybrid", stdin=line).out), 0.75)
    again = json.loads(program("regrade", "-", "--profile", "hybrid", stdin=json.dumps(record).encode()).out)
    assert (again["reward"], again["plan"]["judge"]) == (0.95, "wise")
    assert again["components"]["judge-quality"]["status"] == "scored"


@pytest.mark.parametrize(
    ("name", "text"), [("ours.toml", "[scorers.security]\nrole = 'off'\n"), ("ours.yaml", "scorers: {security: {role: 'off'}}")]
)
def test_a_profile_may_be_a_file(program: Callable[..., Any], records: Path, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    ran = program("regrade", "-", "--profile", name, stdin=records.read_bytes().splitlines()[0])
    assert (ran.status, ran.err) == (0, "")
    again = json.loads(ran.out)
    assert (again["reward"], again["profile"]) == (1.0, "ours")
    assert (
        again["plan"]["terms"]
        == json.loads(program("grade", FOLDER / "reference.py", "--task", "easy/average-list", "--profile", name, "--json").out)["plan"][
            "terms"
        ]
    )


def test_another_share_of_doing_nothing_is_not_guessed(program: Callable[..., Any], records: Path, tmp_path: Path) -> None:
    (tmp_path / "untested.yaml").write_text("scorers: {properties: {role: 'off'}}")
    record = json.loads(records.read_text().splitlines()[0])
    assert record["plan"]["idle"] == 0.0  # which it then is of tests alone, too
    assert program("regrade", "-", "--profile", "untested.yaml", stdin=json.dumps(record).encode()).status == 0
    other = record | {"plan": record["plan"] | {"idle": 0.25}}
    ran = program("regrade", "-", "--profile", "untested.yaml", stdin=json.dumps(other).encode())
    assert (ran.status, ran.out) == (2, "")
    assert "'untested' asks for other properties, of which doing nothing may do another share; grade again" in ran.err


def test_what_was_skipped_because_it_did_not_matter_is_not_needed_where_it_does_not_matter(
    program: Callable[..., Any], files: Callable[..., Any]
) -> None:
    (wrong,) = files(wrong="def average(numbers):\n    return None\n")
    record = program("grade", wrong, "--task", "easy/average-list", "--json", "--quick").out
    skipped = [name for name, part in json.loads(record)["components"].items() if part["status"] == "skipped"]
    assert skipped == ["complexity", "security", "quality"]
    assert program("regrade", "-", stdin=record.encode()).out == record
    assert json.loads(program("regrade", "-", "--profile", "hybrid", stdin=record.encode()).out)["reward"] == 0.25
    ran = program("regrade", "-", "--profile", "plain.yaml", stdin=record.encode())
    assert (ran.status, ran.out) == (2, "")
    assert "it has no evidence of complexity, which made no difference then and would under 'plain'; grade again" in ran.err


def changed(record: dict[str, Any], **fields: object) -> str:
    return json.dumps(record | fields)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda _: "{", "not JSON"),
        (lambda _: "\0\0", "not JSON"),
        (lambda _: "[" * 100_000, "not a grade"),
        (lambda _: "[1]", "not a JSON object"),
        (lambda _: '{"reward": NaN}', "NaN is no number of JSON"),
        (lambda _: '{"task": "a"}', "'sandbox' is missing"),
        (lambda r: changed(r, plan=7), "not a grade"),
        (lambda r: changed(r, evidence=r["evidence"][:1]), "holds no evidence of"),
        (lambda r: changed(r, evidence=[e | {"value": 7} for e in r["evidence"]]), "expected a number from 0 to 1"),
        (lambda r: changed(r, evidence=[e | {"value": "1"} for e in r["evidence"]]), "not a grade"),
        (lambda r: changed(r, plan=r["plan"] | {"rule": "kindness"}), "'kindness'"),
    ],
)
def test_a_broken_line_is_named_and_not_half_printed(
    cli: Callable[..., Any], records: Path, tmp_path: Path, make: Callable[..., Any], said: str
) -> None:
    good = records.read_text().splitlines()[0]
    path = tmp_path / "broken.jsonl"
    path.write_text(f"{good}\n\n{make(json.loads(good))}\n{good}\n")
    ran = cli("regrade", path)
    assert (ran.status, ran.out) == (2, good + "\n")
    assert ran.err.startswith(f"codearena: {path}, line 3: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_task_that_has_changed_is_not_weighed_anew(cli: Callable[..., Any], records: Path, task: Callable[..., Any]) -> None:
    folder = task()
    assert cli("regrade", records, "--profile", "default", "--task", folder).status == 0
    (folder / "reference.py").write_text((folder / "reference.py").read_text() + "\n# changed\n")
    ran = cli("regrade", records, "--profile", "default", "--task", folder)
    assert (ran.status, ran.out) == (2, "")
    assert "is not what it was when this was graded" in ran.err


def test_a_file_that_is_not_there_is_named(cli: Callable[..., Any]) -> None:
    ran = cli("regrade", "nowhere.jsonl")
    assert (ran.status, ran.out, ran.err) == (2, "", "codearena: nowhere.jsonl cannot be read: No such file or directory\n")
