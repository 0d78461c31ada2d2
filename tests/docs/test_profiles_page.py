"""The page of the profiles says what the code does, because the code wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from codearena.cli.main import main
from codearena.core.config import load_config
from codearena.core.profiles import PROFILES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "profiles.md"


def test_the_page_is_what_the_command_prints(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["profiles", *PROFILES, "--markdown"]) == 0
    written = PAGE.read_text(encoding="utf-8")
    assert written.partition("\n## ")[2] == capsys.readouterr().out.partition("## ")[2], (
        "make it anew: head, then `codearena profiles --markdown`"
    )


def test_a_profile_of_the_how_to_page_is_one(tmp_path: Path) -> None:
    page = (PAGE.parents[1] / "how-to" / "profiles.md").read_text(encoding="utf-8")
    toml = page.partition("```toml\n")[2].partition("```")[0]
    (tmp_path / "codearena.toml").write_text(toml)
    config = load_config(start=tmp_path, environ={})
    strict = {entry.scorer: entry for entry in config.profiles["strict"].entries}
    assert config.profile == "strict"
    assert strict["security"].weight == 0.15
    assert dict(strict["quality"].options) == {"pylint": False, "max_line_length": 79}
    assert "complexity" not in strict
    (tmp_path / "beginners.yaml").write_text(page.partition("```yaml\n")[2].partition("```")[0])
    config = load_config(start=tmp_path, environ={}, profile=str(tmp_path / "beginners.yaml"))
    assert config.profiles[config.profile].rule == "weighted-sum"
    (tmp_path / "codearena.toml").write_text(page.rpartition("```toml\n")[2].partition("```")[0])
    assert load_config(start=tmp_path, environ={}).judge_model == "qwen3"
