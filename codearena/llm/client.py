"""A client for one model behind any endpoint that speaks OpenAI's chat completions: OpenAI, Ollama, vLLM, TGI, HF.

It belongs to the caller's process: workers have neither the network nor the key. What goes wrong is one of two things:
`JudgeUnavailable`, where the endpoint did not answer, and `JudgeRefused`, where it refused this very question.
"""

from __future__ import annotations

import importlib.util
import json
import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from codearena.core.digest import digest
from codearena.core.errors import ConfigError, JudgeRefused, JudgeUnavailable
from codearena.llm.answers import fits, one_line
from codearena.llm.store import Store

if TYPE_CHECKING:
    import socket

    import httpx2

MAX_BYTES = 1_000_000
"""Longest response that is read."""
MAX_WAIT = 30.0
"""Longest wait before another try, in seconds, whatever ``Retry-After`` says."""
_FIRST_WAIT = 0.5
_LONGEST_BACKOFF = 8.0

_RETRIED = frozenset({408, 409, 425, 429})
_VERSION = re.compile(r"v\d+\w*")
_TOO_MUCH = re.compile(
    r"context.?(?:length|window)|maximum context|too (?:long|many tokens)|content.?(?:filter|polic)|safety", re.IGNORECASE
)
_HINTS = {
    401: "is the key right?",
    403: "is the key right, and may it use this model?",
    404: "are the url and the model's name right?",
    405: "is the url right?",
}

Messages = Sequence[Mapping[str, str]]


class _Again(Exception):
    """One try failed in a way that another may not."""

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class _Question:
    model: str
    messages: Messages
    schema: Mapping[str, Any]
    seed: int
    max_tokens: int


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What an endpoint understands of a request, learnt from what it refused."""

    formats: tuple[str, ...] = ("json_schema", "json_object")
    limit: str = "max_tokens"
    temperature: bool = True
    seed: bool = True

    def without(self, complaint: str) -> _Dialect | None:
        """Return the dialect that leaves out what is complained of; None when there is nothing to leave out."""
        if self.formats and re.search("response_format|schema", complaint):
            return replace(self, formats=self.formats[1:])
        if self.limit == "max_tokens" and "max_completion_tokens" in complaint:
            return replace(self, limit="max_completion_tokens")
        if self.temperature and "temperature" in complaint:
            return replace(self, temperature=False)
        if self.seed and re.search(r"\bseed\b", complaint):
            return replace(self, seed=False)
        return replace(self, formats=self.formats[1:]) if self.formats else None

    def payload(self, question: _Question) -> bytes:
        """Return the body of a request."""
        body: dict[str, Any] = {"model": question.model, "messages": [dict(m) for m in question.messages], "stream": False}
        body[self.limit] = question.max_tokens
        if self.temperature:
            body["temperature"] = 0
        if self.seed:
            body["seed"] = question.seed % 2**31
        if self.formats:
            body["response_format"] = {"type": self.formats[0]}
            if self.formats[0] == "json_schema":
                body["response_format"]["json_schema"] = {"name": "answer", "strict": True, "schema": _on_the_wire(question.schema)}
        return json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")  # a lone surrogate becomes a question mark


class Client:
    """One model behind one endpoint. Safe to use from several threads.

    An answer takes at most ``(retries + 1) · timeout + retries · MAX_WAIT`` seconds, and usually one request. Requests
    that the endpoint refuses for a parameter are asked again without it, which is remembered.
    """

    def __init__(self, url: str, model: str, key: str = "", *, timeout: float = 30.0, retries: int = 3, cache: str | None = None) -> None:
        """Describe the endpoint; nothing is sent yet.

        ``url`` is its base, with or without ``/v1``. ``timeout`` bounds one try in seconds, from connecting to the last
        byte. ``cache`` is the path of a SQLite file in which valid answers are kept. Raises `ConfigError` for what cannot
        work, such as the package ``httpx2`` missing.
        """
        self._endpoint = _endpoint(url)
        self._model = model
        self._key = _checked_key(key)
        if not 0 < timeout < float("inf") or retries < 0:
            raise ConfigError(f"a judge needs a timeout above 0 and no negative number of retries, not {timeout!r} and {retries!r}")
        self._timeout, self._retries = timeout, retries
        self._store = Store(cache or "")
        self._dialect = _Dialect()
        self._lock = threading.Lock()
        self._opened: httpx2.Client | None = None
        if not _installed("httpx2"):
            raise ConfigError("a judge needs the package httpx2, which is not installed; run: pip install codearena[judge]")

    def __repr__(self) -> str:
        return f"Client({self._endpoint!r}, model={self._model!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close what is open. Another question opens it again."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
            self._opened = None
        self._store.close()

    def ask(self, messages: Messages, schema: Mapping[str, Any], seed: int, max_tokens: int, *, attempt: int = 0) -> str:
        """Return the text that the model answers to ``messages``, which may be anything.

        ``schema`` is what the answer should fit. One that does is kept, and given again to the same question; with
        ``attempt`` above 0 no kept answer is used and the model gets another seed. Raises `JudgeUnavailable` when the
        endpoint does not answer in spite of all retries, `JudgeRefused` when it refuses the question.
        """
        name = digest([self._endpoint, self._model, [dict(m) for m in messages], dict(schema), seed, max_tokens])
        if not attempt:
            held = self._store.get(name)
            if held is not None and fits(held, schema):
                return held
        question = _Question(model=self._model, messages=messages, schema=schema, seed=seed + 7919 * attempt, max_tokens=max_tokens)
        text = self._answer(question, name)
        if fits(text, schema):
            self._store.put(name, text)
        return text

    # ------------------------------------------------------------------------------------------------ tries

    def _answer(self, question: _Question, name: str) -> str:
        for turn in range(self._retries + 1):
            try:
                return self._try(question)
            except _Again as again:
                reason, wait = str(again), again.wait
            if turn < self._retries:
                time.sleep(_backoff(turn, name) if wait is None else min(wait, MAX_WAIT))
        raise self._unavailable(f"{reason} ({self._retries + 1} tries)")

    def _try(self, question: _Question) -> str:
        before = dialect = self._dialect
        while True:
            status, headers, body = self._post(dialect.payload(question))
            if 200 <= status < 300:
                text = _content(body, headers.get("content-type", ""))
                if dialect != before:
                    self._dialect = dialect
                return text
            complaint = self._complaint(body)
            if status in (400, 422) and not _TOO_MUCH.search(complaint) and (other := dialect.without(complaint)):
                dialect = other
                continue
            raise self._failure(status, headers, complaint)

    def _failure(self, status: int, headers: Mapping[str, str], complaint: str) -> Exception:
        said = f"status {status}" + (f": {one_line(complaint, 200)}" if complaint else "")
        if status in (400, 413, 422):
            return JudgeRefused(f"{self._endpoint} refused a question: {said}")
        if 300 <= status < 400:
            return self._unavailable(f"it redirects to {one_line(headers.get('location', 'nowhere'), 100)}, which is not followed")
        if status in _RETRIED or status >= 500:
            return _Again(said, _retry_after(headers.get("retry-after", "")))
        return self._unavailable(f"{said}; {_HINTS[status]}" if status in _HINTS else said)

    def _unavailable(self, reason: str) -> JudgeUnavailable:
        return JudgeUnavailable(f"the model {self._model} at {self._endpoint} did not answer: {reason}")

    def _complaint(self, body: bytes) -> str:
        """Return what the endpoint says of an error, without the key, which some repeat."""
        try:
            text = _said(json.loads(body))
        except (ValueError, RecursionError):
            return ""
        return text.replace(self._key, "***") if self._key else text

    # ------------------------------------------------------------------------------------------------ transport

    def _post(self, payload: bytes) -> tuple[int, Mapping[str, str], bytes]:
        """Return status, headers and body. What is raised names no header: that is where the key is."""
        import httpx2

        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        client = self._client()
        watch = _Watch(self._timeout)
        reason = ""
        status, answered, body = 0, httpx2.Headers(), bytearray()
        try:
            with watch, client.stream("POST", self._endpoint, content=payload, headers=headers, extensions={"trace": watch}) as response:
                status, answered = response.status_code, response.headers
                if answered.get("content-encoding", "identity") != "identity":
                    raise self._unavailable("its response is compressed, which was not asked for")
                for chunk in response.iter_raw():
                    body += chunk
                    if len(body) > MAX_BYTES:
                        raise self._unavailable(f"its response is longer than {MAX_BYTES} bytes")
        except httpx2.TimeoutException:
            watch.expired = True
        except httpx2.HTTPError as error:
            reason = f"{type(error).__name__}: {one_line(str(error), 100)}"
        except (OSError, RuntimeError) as error:  # no file or thread is left, or the client is being closed
            reason = type(error).__name__
        except httpx2.InvalidURL:
            raise ConfigError(f"a judge's url {self._endpoint!r} is not valid") from None
        if watch.expired:
            raise _Again(f"nothing complete within {self._timeout:g} s")
        if reason:
            raise _Again(reason.replace(self._key, "***") if self._key else reason)
        return status, answered, bytes(body)

    def _client(self) -> httpx2.Client:
        import httpx2

        with self._lock:
            if self._opened is None:
                # A connection for each question: they are slow and few, and the time of each is watched from its start.
                limits = httpx2.Limits(max_connections=None, max_keepalive_connections=0)
                try:
                    self._opened = httpx2.Client(timeout=self._timeout, limits=limits, follow_redirects=False)
                except (OSError, ValueError) as error:  # such as a proxy or certificates that the environment gets wrong
                    raise self._unavailable(f"no HTTP client can be made in this environment ({type(error).__name__})") from None
            return self._opened


class _Watch:
    """Ends one exchange after some seconds, however busy it is: a time-out of the library is one for each read.

    It is the ``trace`` callback of a request, by which it learns of the connection.
    """

    def __init__(self, seconds: float) -> None:
        self.expired = False
        self._socket: socket.socket | None = None
        self._lock = threading.Lock()
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            if self._socket is not None:
                self._socket.close()
            self._socket = None

    def __call__(self, name: str, info: Mapping[str, Any]) -> None:
        """Take note of a connection that was just made."""
        if not name.endswith("connect_tcp.complete"):
            return
        # A duplicate: encryption takes the original over, and a shutdown reaches them all.
        with self._lock:
            self._socket = info["return_value"].get_extra_info("socket").dup()
        if self.expired:
            self._expire()

    def _expire(self) -> None:
        import socket

        self.expired = True
        with self._lock:
            if self._socket is not None:
                try:
                    self._socket.shutdown(socket.SHUT_RDWR)
                except OSError:  # the other side was faster
                    return


# ---------------------------------------------------------------------------------------------------- pure parts


def _installed(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except (ImportError, ValueError):
        return False


def _endpoint(url: str) -> str:
    """Return where questions are posted to. Raises `ConfigError` unless ``url`` is plain http or https."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise ConfigError("a judge's url is not valid; expected something like http://localhost:11434/v1") from None
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ConfigError(f"a judge's url must be like http://localhost:11434/v1, not {one_line(url.rpartition('@')[2], 100)!r}")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ConfigError("a judge's url must have neither a user, a query nor a fragment: a key stands in a variable of its own")
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    if not any(_VERSION.fullmatch(part) for part in path.split("/")):
        path += "/v1"
    return f"{parts.scheme}://{parts.netloc}{path}/chat/completions"


def _checked_key(key: str) -> str:
    key = key.strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise ConfigError("a judge's key must be printable ASCII without spaces; the one given is not")
    return key


def _on_the_wire(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``schema`` without what strict endpoints refuse; an answer is checked for it here all the same."""
    properties = {name: {k: v for k, v in one.items() if k != "maxLength"} for name, one in schema.get("properties", {}).items()}
    return {**schema, "properties": properties}


def _said(error: object) -> str:
    """Return the words of an error's body, which comes in several shapes; never the request, which some repeat in it."""
    if isinstance(error, list):
        return "; ".join(filter(None, map(_said, error[:5])))
    if not isinstance(error, dict):
        return error if isinstance(error, str) else ""
    if inner := error.get("error") or error.get("detail"):
        return _said(inner)
    place = error.get("param") or error.get("loc") or ""
    place = ".".join(map(str, place)) if isinstance(place, list) else str(place)
    said = [place, str(error.get("code") or ""), str(error.get("message") or error.get("msg") or "")]
    return ": ".join(filter(None, said))


def _content(body: bytes, kind: str) -> str:
    """Return the text of a chat completion. Lone surrogates in it become question marks."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise _Again(f"its response is not JSON but {one_line(kind, 60) or 'something'}; is the url right?") from None
    try:
        choice = found["choices"][0]
        message = choice["message"]
        content, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise _Again("its response is not a chat completion; is the url right?") from None
    if refusal or choice.get("finish_reason") == "content_filter":
        raise JudgeRefused(f"the model refused a question: {one_line(str(refusal or 'filtered'), 200)}")
    if isinstance(content, list):  # in parts, of which those with a text count
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content.encode("utf-8", "replace").decode() if isinstance(content, str) else ""


def _backoff(turn: int, name: str) -> float:
    """Return seconds to wait after the ``turn``-th try, spread so that many callers do not come back at once."""
    spread = int(digest([name, turn])[:8], 16) / 0xFFFFFFFF
    return min(_LONGEST_BACKOFF, _FIRST_WAIT * 2.0**turn) * (0.5 + spread / 2)


def _retry_after(value: str) -> float | None:
    """Return the seconds that a header ``Retry-After`` asks for; None when it asks for nothing."""
    from email.utils import parsedate_to_datetime

    if re.fullmatch(r"\d{1,9}", value.strip()):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
