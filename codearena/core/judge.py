"""What a language model that judges looks like to the rest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol


class JudgeClient(Protocol):
    """Reaches one model. Implementations are safe to call from several threads, in the caller's process."""

    def ask(self, request: Mapping[str, Any]) -> str:
        """Put a request of `Case.ask`; return the text of the answer, whatever it says.

        Raises `JudgeUnavailable` when nobody answers, and `JudgeRefused` when the endpoint will not take this request.
        """

    def close(self) -> None:
        """Let go of connections and files. May be called twice."""
