"""The client of a model: what it sends, how it bears endpoints of every kind, and that the key is nowhere to be read."""

from __future__ import annotations

import json
import logging
import os
import runpy
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pluggy
import pytest

pytest.importorskip("httpx2")

import codearena
from codearena.core.errors import ConfigError, JudgeUnavailable
from codearena.llm.client import MAX_BYTES, Client, JudgeRefused, _backoff, _retry_after

HERE = Path(__file__).parent
ROOT = Path(codearena.__file__).parents[1]
E = type("E", (), {name: staticmethod(v) if callable(v) else v for name, v in runpy.run_path(str(HERE / "endpoint.py")).items()})
Endpoint: Any = E.Endpoint

KEY = "sk-verysecret-0123456789"
SCHEMA = {
    "type": "object",
    "properties": {"score": {"type": "number", "minimum": 0, "maximum": 1}, "reason": {"type": "string", "maxLength": 500}},
    "required": ["score", "reason"],
    "additionalProperties": False,
}
GOOD = '{"score": 0.5, "reason": "fine"}'
MESSAGES = [{"role": "system", "content": "Judge."}, {"role": "user", "content": "x = 1"}]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint is on this machine, whatever the environment says of proxies."""
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries follow one another at once."""
    monkeypatch.setattr("codearena.llm.client._FIRST_WAIT", 0.01)


def ask(client: Client, **more: Any) -> str:
    return client.ask(**{"messages": MESSAGES, "schema": SCHEMA, "seed": 7, "max_tokens": 100} | more)


def asked_once(*script: Any, timeout: float = 5.0, retries: int = 1, key: str = KEY) -> str:
    with Endpoint(*script) as endpoint, Client(endpoint.url, "tiny", key, timeout=timeout, retries=retries) as client:
        return ask(client)


# ---------------------------------------------------------------------------------------------------- what is sent


def test_a_question_is_one_plain_request() -> None:
    with Endpoint(E.says(GOOD)) as endpoint, Client(endpoint.url, "tiny", KEY) as client:
        assert ask(client) == GOOD
    assert endpoint.paths == ["/v1/chat/completions"]
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
    body = endpoint.bodies[0]
    sent = (body["model"], body["messages"], body["temperature"], body["seed"], body["max_tokens"], body["stream"])
    assert sent == ("tiny", MESSAGES, 0, 7, 100, False)
    assert body["response_format"]["type"] == "json_schema"
    assert body["response_format"]["json_schema"]["schema"]["properties"]["reason"] == {"type": "string"}, (
        "strict endpoints refuse maxLength"
    )


def test_without_a_key_none_is_sent() -> None:
    with Endpoint(E.says(GOOD)) as endpoint, Client(endpoint.url, "tiny") as client:
        ask(client)
    assert "Authorization" not in endpoint.headers[0]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "/v1/chat/completions"),
        ("/", "/v1/chat/completions"),
        ("/v1", "/v1/chat/completions"),
        ("/v1/", "/v1/chat/completions"),
        ("/v1/chat/completions", "/v1/chat/completions"),
        ("/openai/v1", "/openai/v1/chat/completions"),
        ("/v1beta/openai/", "/v1beta/openai/chat/completions"),
        ("/inner", "/inner/v1/chat/completions"),
    ],
)
def test_a_base_is_taken_as_people_write_it(path: str, expected: str) -> None:
    with Endpoint(E.says(GOOD)) as endpoint, Client(endpoint.url + path, "tiny") as client:
        ask(client)
    assert endpoint.paths == [expected]


@pytest.mark.parametrize(
    "url", ["", "localhost:11434", "ftp://x", "http://", "http://u:hush@x/v1", "http://x/v1?key=hush", "http://x:99999", "file:///etc"]
)
def test_a_url_that_cannot_work_is_refused_at_once(url: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Client(url, "tiny")
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("key", ["one two", "line\nbreak: x", "schlüssel", "nul\0"])
def test_a_key_that_is_no_header_is_refused_without_being_repeated(key: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Client("http://localhost", "tiny", key)
    assert key not in str(caught.value)


@pytest.mark.parametrize("wrong", [{"timeout": 0}, {"timeout": float("inf")}, {"timeout": float("nan")}, {"retries": -1}])
def test_numbers_that_cannot_work_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ConfigError):
        Client("http://localhost", "tiny", **wrong)  # type: ignore[arg-type]


def test_a_missing_package_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pluggy").symlink_to(Path(pluggy.__file__).parent)
    code = "from codearena.llm.client import Client\nClient('http://localhost', 'tiny')"
    run = [sys.executable, "-S", "-c", code]
    ended = subprocess.run(run, capture_output=True, text=True, env={"PYTHONPATH": f"{ROOT}:{tmp_path}"}, check=False)
    assert "ConfigError" in ended.stderr, ended.stderr
    assert "pip install codearena[judge]" in ended.stderr


def test_importing_the_client_loads_no_http() -> None:
    code = "import sys, codearena.llm.client; assert not {'httpx2', 'sqlite3', 'ssl'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT)}, check=True)


def test_letters_that_are_no_letters_do_not_stop_a_question() -> None:
    with Endpoint(E.says(GOOD.replace("fine", "\\ud800"))) as endpoint, Client(endpoint.url, "tiny") as client:
        answer = ask(client, messages=[{"role": "user", "content": "\ud800 é \0"}])
        answer.encode()
    assert endpoint.bodies[0]["messages"][0]["content"] == "? é \0"


# ---------------------------------------------------------------------------------------------------- what endpoints do

TRANSIENT: dict[str, Any] = {
    "500": E.answers(500),
    "503 in HTML": E.answers(503, b"<html>busy</html>", "text/html"),
    "429 with Retry-After": E.answers(429, Retry_After="0"),
    "a body that is cut": E.truncated,
    "hanging up": E.hangs_up,
    "silence": E.silent,
    "a header without end": E.drips,
    "a body a letter at a time": E.drips_body,
    "HTML with status 200": E.answers(200, b"<html>hello</html>", "text/html"),
    "JSON that is cut": E.answers(200, b'{"choices": [{"mess'),
    "JSON nested deep": E.answers(200, b"[" * 100_000),
    "JSON of another kind": E.answers(200, b'{"models": []}'),
    "no choices": E.answers(200, b'{"choices": []}'),
    "an error with status 200": E.answers(200, b'{"error": {"message": "overloaded"}}'),
    "a header that is too long": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000),
    "no HTTP": lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"),
}


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("what", TRANSIENT)
def test_trouble_that_passes_is_overcome(what: str) -> None:
    assert asked_once(TRANSIENT[what], E.says(GOOD), timeout=0.4) == GOOD


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("what", TRANSIENT)
def test_trouble_that_stays_is_unavailability_soon(what: str) -> None:
    started = time.monotonic()
    with pytest.raises(JudgeUnavailable, match=r"tiny at http://127.0.0.1:\d+/v1/chat/completions did not answer: .*\(2 tries\)"):
        asked_once(TRANSIENT[what], timeout=0.4)
    assert time.monotonic() - started < 2 * 0.4 + 1


FINAL: dict[str, tuple[Any, str]] = {
    "401": (E.fails(401, f"Incorrect API key provided: {KEY}"), "is the key right"),
    "403": (E.answers(403), "may it use this model"),
    "404": (E.fails(404, "model not found"), "model not found; are the url and the model's name right"),
    "405": (E.answers(405), "is the url right"),
    "a redirect": (
        E.answers(307, Location="http://elsewhere.example/v1"),
        "redirects to http://elsewhere.example/v1, which is not followed",
    ),
    "a body without end": (E.endless, f"longer than {MAX_BYTES} bytes"),
    "a huge body": (E.answers(200, b" " * (MAX_BYTES + 1)), f"longer than {MAX_BYTES} bytes"),
    "a compressed body": (E.answers(200, b"\x1f\x8b", Content_Encoding="gzip"), "compressed"),
}


@pytest.mark.parametrize("what", FINAL)
def test_trouble_that_a_retry_cannot_mend_is_not_retried(what: str) -> None:
    behaviour, reason = FINAL[what]
    with Endpoint(behaviour) as endpoint, Client(endpoint.url, "tiny", KEY, timeout=5) as client:
        with pytest.raises(JudgeUnavailable, match=reason) as caught:
            ask(client)
        assert len(endpoint.paths) == 1
    assert KEY not in str(caught.value)


def test_a_redirect_takes_the_key_nowhere() -> None:
    with Endpoint(E.says(GOOD)) as other, Endpoint(E.answers(308, Location=other.url + "/v1/chat/completions")) as endpoint:
        with Client(endpoint.url, "tiny", KEY) as client, pytest.raises(JudgeUnavailable):
            ask(client)
        assert other.paths == []


def test_a_closed_port_is_unavailability_soon() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    started = time.monotonic()
    with Client(f"http://127.0.0.1:{port}", "tiny", KEY, retries=1) as client, pytest.raises(JudgeUnavailable, match="ConnectError"):
        ask(client)
    assert time.monotonic() - started < 2


def test_a_wrong_content_type_does_not_matter_where_the_content_is_right() -> None:
    assert asked_once(E.answers(200, E.completion(GOOD), "text/plain")) == GOOD


def test_parts_of_an_answer_are_put_together() -> None:
    assert asked_once(E.says([{"type": "text", "text": GOOD[:9]}, {"type": "text", "text": GOOD[9:]}])) == GOOD


@pytest.mark.parametrize("content", [None, 7, {"score": 1}])
def test_an_answer_without_a_text_is_an_empty_one(content: object) -> None:
    assert asked_once(E.says(content)) == ""


REFUSED: dict[str, tuple[Any, str]] = {
    "too long for the context": (E.fails(400, "This model's maximum context length is 4096 tokens; max_tokens is too large"), "4096"),
    "too long for the server": (E.answers(413), "413"),
    "filtered before": (E.fails(400, "The response was filtered", code="content_filter"), "content_filter"),
    "filtered after": (E.says(None, finish_reason="content_filter"), "filtered"),
    "declined by the model": (E.answers(200, b'{"choices": [{"message": {"content": null, "refusal": "I cannot."}}]}'), "I cannot."),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_refusal_of_the_question_is_told_from_unavailability(what: str) -> None:
    behaviour, reason = REFUSED[what]
    with Endpoint(behaviour) as endpoint, Client(endpoint.url, "tiny") as client:
        with pytest.raises(JudgeRefused, match=reason):
            ask(client)
        assert len(endpoint.paths) == 1


def test_retry_after_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    started = time.monotonic()
    assert asked_once(E.answers(429, Retry_After="1"), E.says(GOOD)) == GOOD
    assert 1 <= time.monotonic() - started < 3
    monkeypatch.setattr("codearena.llm.client.MAX_WAIT", 0.1)
    started = time.monotonic()
    assert asked_once(E.answers(429, Retry_After="86400"), E.says(GOOD)) == GOOD
    assert time.monotonic() - started < 2


def test_retry_after_comes_in_seconds_or_as_a_date() -> None:
    assert _retry_after("12") == 12
    assert _retry_after("Fri, 01 Jan 2021 00:00:00 GMT") == 0
    assert [_retry_after(text) for text in ("", "soon", "-1", "1e9", "nan", "٣x", "9" * 40)] == [None] * 7


def test_waits_are_bounded_grow_and_are_the_same_each_time() -> None:
    waits = [_backoff(turn, "name") for turn in range(12)]
    assert waits == [_backoff(turn, "name") for turn in range(12)]
    assert all(0.5 * min(8, 0.5 * 2**turn) <= wait <= min(8, 0.5 * 2**turn) for turn, wait in enumerate(waits))
    assert len({_backoff(0, str(name)) for name in range(20)}) > 15


# ---------------------------------------------------------------------------------------------------- dialects


def picky(refuses: Callable[[dict[str, Any]], str]) -> Any:
    def behave(handler: Any) -> None:
        complaint = refuses(handler.request_body)
        (E.fails(400, complaint) if complaint else E.says(GOOD))(handler)

    return behave


@pytest.mark.parametrize(
    ("understood", "tries"),
    [(("json_schema", "json_object", None), 1), (("json_object", None), 2), ((None,), 3)],
    ids=["all", "object", "none"],
)
def test_formats_that_an_endpoint_does_not_know_are_left_out_from_then_on(understood: tuple[str | None, ...], tries: int) -> None:
    def refuses(body: dict[str, Any]) -> str:
        return "" if body.get("response_format", {}).get("type") in understood else "response_format is not supported"

    with Endpoint(picky(refuses)) as endpoint, Client(endpoint.url, "tiny") as client:
        assert ask(client) == GOOD
        assert len(endpoint.bodies) == tries
        assert ask(client, seed=8) == GOOD
        assert len(endpoint.bodies) == tries + 1
    last = endpoint.bodies[-1]
    assert (last["temperature"], last["seed"], last["max_tokens"]) == (0, 8, 100)


def test_a_format_refused_in_the_shape_of_a_validation_error() -> None:
    def behave(handler: Any) -> None:
        body = handler.request_body
        wrong = {"detail": [{"loc": ["body", "response_format", "type"], "msg": "unexpected value", "input": body}]}
        (E.answers(422, json.dumps(wrong).encode()) if "response_format" in body else E.says(GOOD))(handler)

    with Endpoint(behave) as endpoint, Client(endpoint.url, "tiny") as client:
        assert ask(client) == GOOD
    assert (endpoint.bodies[-1]["temperature"], endpoint.bodies[-1]["seed"]) == (0, 7)


def test_parameters_that_a_model_does_not_take_are_left_out() -> None:
    def refuses(body: dict[str, Any]) -> str:
        if "max_tokens" in body:
            return "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
        if "temperature" in body:
            return "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported."
        return "unknown field seed" if "seed" in body else ""

    with Endpoint(picky(refuses)) as endpoint, Client(endpoint.url, "tiny") as client:
        assert ask(client) == GOOD
    last = endpoint.bodies[-1]
    assert last["max_completion_tokens"] == 100
    assert last["response_format"]["type"] == "json_schema"
    assert not {"max_tokens", "temperature", "seed"} & last.keys()


def test_an_endpoint_that_refuses_everything_teaches_nothing() -> None:
    with (
        Endpoint(E.fails(400, "no"), E.fails(400, "no"), E.fails(400, "no"), E.says(GOOD)) as endpoint,
        Client(endpoint.url, "tiny") as client,
    ):
        with pytest.raises(JudgeRefused, match="no"):
            ask(client)
        assert ask(client) == GOOD
    assert [body.get("response_format", {}).get("type") for body in endpoint.bodies] == ["json_schema", "json_object", None, "json_schema"]


# ---------------------------------------------------------------------------------------------------- the key


def spoken(client: Client) -> Iterator[str]:
    """Yield all that can be read of a client and of what it raises."""
    yield repr(client)
    yield str(client)
    try:
        ask(client)
    except (JudgeUnavailable, JudgeRefused) as error:
        yield "".join(traceback.format_exception(error))
        yield repr(error.__context__)


EVERY: dict[str, Any] = {
    **TRANSIENT,
    **{what: behaviour for what, (behaviour, _) in FINAL.items()},
    **{what: behaviour for what, (behaviour, _) in REFUSED.items()},
    "the key in an error": E.fails(400, f"bad {KEY} given"),
    "the key in another error": E.fails(500, f"bad {KEY} given"),
    "the key in plain": E.answers(400, json.dumps(f"bad {KEY}").encode()),
    "fine": E.says(GOOD),
}


@pytest.mark.parametrize("what", EVERY)
def test_the_key_is_in_no_error_and_in_no_log(what: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with Endpoint(EVERY[what]) as endpoint, Client(endpoint.url, "tiny", KEY, timeout=0.4, retries=0) as client:
        for text in spoken(client):
            assert KEY not in text
        assert endpoint.headers[0]["Authorization"].endswith(KEY), "it was at stake"
    assert KEY not in caplog.text


# ---------------------------------------------------------------------------------------------------- kept answers


def test_the_same_question_is_asked_once() -> None:
    with Endpoint(E.says(GOOD)) as endpoint, Client(endpoint.url, "tiny") as client:
        assert {ask(client) for _ in range(3)} == {GOOD}
        assert len(endpoint.paths) == 1
        for other in ({"seed": 8}, {"max_tokens": 99}, {"messages": MESSAGES[:1]}, {"schema": SCHEMA | {"title": "x"}}):
            ask(client, **other)
        assert len(endpoint.paths) == 5


def test_an_invalid_answer_is_not_kept() -> None:
    with (
        Endpoint(E.says("no idea"), E.says('{"score": 7.3, "reason": ""}'), E.says(GOOD)) as endpoint,
        Client(endpoint.url, "tiny") as client,
    ):
        assert [ask(client) for _ in range(4)] == ["no idea", '{"score": 7.3, "reason": ""}', GOOD, GOOD]
        assert len(endpoint.paths) == 3


def test_another_attempt_asks_anew_with_another_seed() -> None:
    first = GOOD.replace("fine", "first")
    with Endpoint(E.says(first), E.says(GOOD)) as endpoint, Client(endpoint.url, "tiny") as client:
        assert [ask(client), ask(client, attempt=1), ask(client)] == [first, GOOD, GOOD]
    assert [body["seed"] for body in endpoint.bodies] == [7, 7 + 7919]


@pytest.mark.parametrize("seed", [-1, 2**40, 0])
def test_a_seed_fits_what_endpoints_take(seed: int) -> None:
    with Endpoint(E.says(GOOD)) as endpoint, Client(endpoint.url, "tiny") as client:
        ask(client, seed=seed)
    assert 0 <= endpoint.bodies[0]["seed"] < 2**31


def test_answers_outlive_the_client_in_a_file(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.db")
    with Endpoint(E.says(GOOD)) as endpoint:
        for _ in range(2):
            with Client(endpoint.url, "tiny", cache=path) as client:
                assert ask(client) == GOOD
        assert len(endpoint.paths) == 1
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    assert KEY not in Path(path).read_bytes().decode("latin-1")


def test_a_kept_answer_that_somebody_spoilt_is_asked_for_again(tmp_path: Path) -> None:
    path = str(tmp_path / "answers.db")
    with Endpoint(E.says(GOOD)) as endpoint:
        with Client(endpoint.url, "tiny", cache=path) as client:
            ask(client)
        connection = sqlite3.connect(path)
        connection.execute("UPDATE answers SET text = ?", ('{"score": 1000, "reason": ""}',))
        connection.commit()
        connection.close()
        with Client(endpoint.url, "tiny", cache=path) as client:
            assert ask(client) == GOOD
        assert len(endpoint.paths) == 2


def test_many_threads_share_a_client(tmp_path: Path) -> None:
    found: list[str] = []
    with Endpoint(E.nap(0.02, E.says(GOOD))) as endpoint, Client(endpoint.url, "tiny", cache=str(tmp_path / "answers.db")) as client:
        threads = [threading.Thread(target=lambda n=n: found.extend(ask(client, seed=n % 16) for _ in range(4))) for n in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [GOOD] * 128
        assert 16 <= len(endpoint.paths) <= 32


def test_a_client_opens_again_after_it_was_closed() -> None:
    with Endpoint(E.says(GOOD)) as endpoint:
        client = Client(endpoint.url, "tiny")
        assert ask(client) == GOOD
        client.close()
        assert ask(client, seed=8) == GOOD
        client.close()
