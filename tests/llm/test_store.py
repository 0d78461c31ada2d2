"""Kept answers: bounded, shared by processes, and never a reason for a failure."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

import codearena
from codearena.llm.store import Store

ROOT = Path(codearena.__file__).parents[1]


def test_memory_holds_the_most_recently_used() -> None:
    store = Store(size=2)
    store.put("a", "1")
    store.put("b", "2")
    assert store.get("a") == "1"
    store.put("c", "3")
    assert [store.get(name) for name in "abc"] == ["1", None, "3"]


def test_a_file_holds_the_newest_and_no_more(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.db")
    store = Store(path, file_size=4)
    for number in range(10):
        store.put(str(number), "x" * number)
    store.put("8", "new")
    store.close()
    again = Store(path)
    assert [again.get(str(number)) for number in range(10)] == [*[None] * 7, "x" * 7, "new", "x" * 9]
    again.close()


def test_processes_write_to_one_file_at_the_same_time(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.db")
    code = (
        "import sys; from codearena.llm.store import Store\n"
        "s = Store(sys.argv[1])\nfor n in range(50): s.put(f'{sys.argv[2]}-{n}', 'x')\ns.close(); assert not s._warned"
    )
    run = [sys.executable, "-c", code, path]
    started = [subprocess.Popen([*run, str(number)], env={"PYTHONPATH": str(ROOT)}) for number in range(4)]
    assert [process.wait() for process in started] == [0] * 4
    store = Store(path)
    assert sum(store.get(f"{process}-{n}") == "x" for process in range(4) for n in range(50)) == 200
    store.close()


def test_a_fork_uses_a_connection_of_its_own(tmp_path: Path) -> None:
    code = (
        "import os, sys; from codearena.llm.store import Store\n"
        "s = Store(sys.argv[1]); s.put('a', '1'); child = os.fork()\n"
        "if child == 0:\n    s.put('b', '2'); ok = s.get('a') == '1' and not s._warned; s.close(); os._exit(not ok)\n"
        "assert os.waitpid(child, 0)[1] == 0\nassert s.get('b') == '2'; s.close()"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "answers.db")], env={"PYTHONPATH": str(ROOT)}, check=True)


def spoil(path: Path, what: str) -> None:
    if what == "garbage":
        path.write_bytes(os.urandom(50_000))
    elif what == "a directory":
        path.mkdir()
    elif what == "another table":
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE answers (x)")
        connection.close()
    elif what == "no such folder":
        path.parent.rmdir()
    elif what == "no text":
        store = Store(str(path))
        store.put("strange-7", "x")
        store.close()
        connection = sqlite3.connect(path)
        connection.execute("UPDATE answers SET text = CAST(x'ff' AS TEXT)")
        connection.commit()
        connection.close()
    else:
        store = Store(str(path))
        for number in range(2000):
            store.put(str(number), "x" * 100)
        store.close()
        text = bytearray(path.read_bytes())
        text[4096:-4096] = os.urandom(len(text) - 8192)
        path.write_bytes(text)


@pytest.mark.parametrize("what", ["garbage", "a directory", "another table", "no such folder", "damaged inside", "no text"])
def test_a_file_that_cannot_be_used_is_one_warning(what: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "folder" / "answers.db"
    path.parent.mkdir()
    spoil(path, what)
    store = Store(str(path))
    for number in range(100):
        store.put(f"new-{number}", "text")
        assert store.get(f"new-{number}") == "text"
        store.get(f"strange-{number}")
    store.close()
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert str(path) in caplog.text


def test_a_locked_file_is_left_alone_for_a_while(tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codearena.llm.store._BUSY_SECONDS", 0.1)
    monkeypatch.setattr("codearena.llm.store._PAUSE_SECONDS", 0.3)
    path = str(tmp_path / "answers.db")
    store = Store(path)
    store.put("a", "1")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    started = time.monotonic()
    for number in range(50):
        store.put(f"b{number}", "2")
    assert time.monotonic() - started < 5
    assert store.get("b0") == "2", "memory goes on"
    other.rollback()
    other.close()
    time.sleep(0.4)
    store.put("c", "3")
    store.close()
    again = Store(path)
    assert (again.get("a"), again.get("c")) == ("1", "3")
    again.close()
    assert len(caplog.records) == 1
