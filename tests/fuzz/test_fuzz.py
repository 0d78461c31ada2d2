"""Ten seconds of fuzzing for each reader of hostile bytes; ``make bars`` takes an hour."""

from __future__ import annotations

import pytest

from tests.fuzz.fuzzer import Fuzzer
from tests.fuzz.targets import CASES


@pytest.mark.parametrize("name", CASES)
def test_no_bytes_break_a_reader(name: str) -> None:
    case = CASES[name]
    found = Fuzzer(case.target, case.seeds, case.modules).run(10)
    assert not found.findings, found.findings
    assert found.inputs > len(case.seeds)


def test_the_fuzzer_finds_what_only_a_chain_of_lines_leads_to() -> None:
    def fragile(data: bytes) -> None:
        if data[:1] == b"\x80":
            if data[1:2] == b"\xff":
                if data[2:3] == b"\x7f":
                    raise LookupError

    found = Fuzzer(fragile, [b"abc"], [__file__]).run(60, most_findings=1)
    assert [problem for _, problem in found.findings] == ["LookupError: "]
