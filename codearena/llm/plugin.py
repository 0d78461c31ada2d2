"""Offers the client for OpenAI-compatible endpoints."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from codearena.core.hookspecs import hookimpl

if TYPE_CHECKING:
    from codearena.core.config import Config
    from codearena.llm.client import Client


class Judge:
    """The configured model, behind the interface of `codearena.core.judge.JudgeClient`."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def ask(self, request: Mapping[str, Any]) -> str:
        """Put a request; see `codearena.core.judge.JudgeClient.ask`."""
        return self._client.ask(**request)

    def close(self) -> None:
        """Let go of connections and files."""
        self._client.close()


@hookimpl(trylast=True)
def codearena_judge_client(config: Config) -> Judge:
    """Speak to ``judge_url`` with the key from the environment."""
    from codearena.llm.client import Client

    key = os.environ.get(config.judge_key_variable, "")
    client = Client(
        config.judge_url,
        config.judge_model,
        key,
        timeout=config.judge_seconds,
        retries=config.judge_retries,
        cache=config.judge_cache or None,
    )
    return Judge(client)
