"""Comments that would switch an analyser off. They have no effect here, and are counted."""

from __future__ import annotations

import io
import re
import tokenize

_SUPPRESSION = re.compile(
    r"#.*(?:\bnoqa\b|\bnosec\b|\bnopep8\b|pylint:|flake8:|ruff:|mypy:|pyright:|type:\s*ignore|pragma:\s*no|fmt:\s*(?:off|skip)|skip-file)",
    re.IGNORECASE,
)


def count(text: str) -> int:
    """Return the number of such comments in ``text``."""
    if not _SUPPRESSION.search(text):
        return 0
    try:
        comments = [token.string for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT]
    except (SyntaxError, tokenize.TokenError):  # then a string that looks like one counts as well
        comments = text.split("\n")
    return sum(bool(_SUPPRESSION.search(comment)) for comment in comments)
