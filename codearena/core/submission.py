"""What is graded: one or several source files, bounded at the door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from codearena.core.digest import digest
from codearena.core.errors import InvalidSubmissionError

MAX_BYTES = 1_000_000
"""Largest submission that is looked at, in bytes of UTF-8 over all files and their names. A larger one is graded: it scores 0."""

MAIN = "solution.py"
"""The file that tests import as ``solution``."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """Source text to be graded; immutable, and named by its content."""

    files: tuple[tuple[str, str], ...]
    """Pairs of file name and text. The first one is the module that tests import as ``solution``."""

    language: str = "python"
    """Language of every file."""

    @classmethod
    def of(cls, code: str | bytes | Submission | Mapping[str, str]) -> Submission:
        """Return ``code`` as a submission: text, UTF-8 bytes, or a mapping of file names to text.

        Bytes that are not UTF-8 are kept, undecodable ones as surrogates: such code is gradable, and does not compile.
        Raises `InvalidSubmissionError` for any other type.
        """
        if isinstance(code, Submission):
            return code
        if isinstance(code, bytes):
            code = code.decode("utf-8", "surrogateescape")
        if isinstance(code, str):
            return cls(files=((MAIN, _text(code)),))
        if isinstance(code, Mapping) and code and all(isinstance(x, str) for kv in code.items() for x in kv):
            if MAIN not in code:
                raise InvalidSubmissionError(f"a submission of several files needs one named {MAIN!r}; got {sorted(code)}")
            rest = sorted((name, _text(text)) for name, text in code.items() if name != MAIN)
            return cls(files=((MAIN, _text(code[MAIN])), *rest))
        raise InvalidSubmissionError(
            f"code must be text, UTF-8 bytes, a Submission or a mapping of file names to text, not {type(code).__name__}"
        )

    @property
    def text(self) -> str:
        """Text of the main file."""
        return self.files[0][1]

    @cached_property
    def size(self) -> int:
        """Bytes of UTF-8 over all files, with the names of all but the main one."""
        return sum(len(part.encode("utf-8", "surrogatepass")) for file in self.files for part in file) - len(MAIN)

    @cached_property
    def digest(self) -> str:
        """Name of the content: equal for equal files and language."""
        return digest([self.language, self.files])

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON data; `from_dict` is its inverse."""
        return {"language": self.language, "files": [list(pair) for pair in self.files]}

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Submission:
        """Rebuild a submission from `to_dict`'s data."""
        files = tuple((name, text) for name, text in data["files"])  # type: ignore[attr-defined]
        return cls(files=files, language=str(data["language"]))


def _text(code: str) -> str:
    """Return ``code`` without a byte order mark, and no more of it than shows that it is too long: that scores 0 anyway."""
    return code.removeprefix("\ufeff")[: MAX_BYTES + 1]
