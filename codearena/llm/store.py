"""Answers already given, in memory and, if wanted, in a file. Losing them costs time and money, never a grade."""

from __future__ import annotations

import os
import threading
import time
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

MEMORY_ANSWERS = 4096
FILE_ANSWERS = 200_000
"""Answers kept in the file; beyond it the oldest are forgotten."""
_BUSY_SECONDS = 1.0
_PAUSE_SECONDS = 30.0

_TABLE = "CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE NOT NULL, text TEXT NOT NULL)"
_GET = "SELECT text FROM answers WHERE name = ?"
_PUT = "INSERT OR REPLACE INTO answers (name, text) VALUES (?, ?)"
_TRIM = "DELETE FROM answers WHERE number <= (SELECT max(number) FROM answers) - ?"


class Store:
    """Keeps texts by name. Safe to use from several threads; the file, from several processes.

    A file that is locked is left alone for a while, one that cannot be used at all for good. Both are logged as a
    warning on ``codearena.llm``, once.
    """

    def __init__(self, path: str = "", *, size: int = MEMORY_ANSWERS, file_size: int = FILE_ANSWERS) -> None:
        """Keep up to ``size`` texts in memory, and up to ``file_size`` in the SQLite file ``path`` unless that is empty."""
        self._path = str(Path(path).absolute()) if path else ""
        self._size, self._file_size = size, file_size
        self._held: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()
        self._connection: Connection | None = None
        self._process = 0
        self._resume = 0.0
        self._warned = False

    def get(self, name: str) -> str | None:
        """Return the text kept under ``name``, or None."""
        with self._lock:
            if name in self._held:
                self._held.move_to_end(name)
                return self._held[name]
            rows = self._execute([(_GET, (name,))])
            if rows and isinstance(rows[0][0], str):
                self._remember(name, rows[0][0])
                return rows[0][0]
            return None

    def put(self, name: str, text: str) -> None:
        """Keep ``text`` under ``name``, instead of what was there."""
        with self._lock:
            self._remember(name, text)
            self._execute([(_PUT, (name, text)), (_TRIM, (self._file_size,))])

    def close(self) -> None:
        """Close the file. What is asked for later opens it again."""
        with self._lock:
            self._disconnect()

    def _remember(self, name: str, text: str) -> None:
        self._held[name] = text
        self._held.move_to_end(name)
        if len(self._held) > self._size:
            self._held.popitem(last=False)

    def _execute(self, statements: list[tuple[str, tuple[object, ...]]]) -> list[tuple[object, ...]]:
        """Run the statements as one transaction on the file and return the rows of the last one; none where that fails."""
        if not self._path or time.monotonic() < self._resume:
            return []
        import sqlite3

        try:
            connection = self._connect()
            with connection:
                for statement, values in statements:
                    rows = connection.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError, ValueError) as error:
            locked = isinstance(error, sqlite3.OperationalError) and getattr(error, "sqlite_errorcode", 0) & 0xFF in (
                sqlite3.SQLITE_BUSY,
                sqlite3.SQLITE_LOCKED,
            )
            self._give_up(error, _PAUSE_SECONDS if locked else float("inf"))
            return []
        return rows

    def _connect(self) -> Connection:
        import sqlite3

        if self._process != os.getpid():  # a connection must not be used on both sides of a fork: this side opens its own
            self._connection, self._process = None, os.getpid()
        if self._connection is None:
            self._connection = sqlite3.connect(self._path, timeout=_BUSY_SECONDS, check_same_thread=False)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute(_TABLE)
        return self._connection

    def _give_up(self, error: Exception, seconds: float) -> None:
        self._disconnect()
        self._resume = time.monotonic() + seconds
        if not self._warned:
            import logging

            self._warned = True
            logging.getLogger("codearena.llm").warning(
                "answers of the model are not kept in %s: %s: %s; grading goes on without", self._path, type(error).__name__, error
            )

    def _disconnect(self) -> None:
        import sqlite3
        from contextlib import suppress

        if self._connection is not None and self._process == os.getpid():
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
