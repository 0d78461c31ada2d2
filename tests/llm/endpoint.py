"""A real endpoint on this machine that behaves as told, well or badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One request; what it was stands in ``request`` and ``path``."""

    protocol_version = "HTTP/1.1"
    server: Server
    request_body: dict[str, Any]

    def do_POST(self) -> None:
        self.request_body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self.server.lock:
            number = len(self.server.seen)
            self.server.seen.append((self.path, dict(self.headers), self.request_body))
        self.close_connection = True
        try:
            self.server.script[min(number, len(self.server.script) - 1)](self)
        except (BrokenPipeError, ConnectionResetError):
            return

    def send(self, status: int, body: bytes, kind: str = "application/json", headers: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: tuple[Behaviour, ...]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.script, self.lock = script, threading.Lock()
        self.over = threading.Event()
        self.seen: list[tuple[str, dict[str, str], dict[str, Any]]] = []

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients that leave early are what is tested."""


class Endpoint:
    """Serves while it is open: the behaviours in turn, and the last one for all that follows."""

    def __init__(self, *script: Behaviour) -> None:
        self._server = Server(script)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [body for _, _, body in self._server.seen]

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self._server.seen]

    @property
    def headers(self) -> list[dict[str, str]]:
        return [headers for _, headers, _ in self._server.seen]


def completion(content: object, **choice: object) -> bytes:
    found = {"message": {"role": "assistant", "content": content}, "finish_reason": "stop", **choice}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [found]}).encode()


def opinion(score: object = 0.5, reason: object = "fine", instructions_found: object = False, **more: object) -> str:
    return json.dumps({"score": score, "reason": reason, "instructions_found": instructions_found, **more})


def says(content: object, **choice: object) -> Behaviour:
    return lambda handler: handler.send(200, completion(content, **choice))


def answers(status: int, body: bytes = b"{}", kind: str = "application/json", **headers: str) -> Behaviour:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: handler.send(status, body, kind, named)


def fails(status: int, message: str, **more: str) -> Behaviour:
    return answers(status, json.dumps({"error": {"message": message, **more}}).encode())


def silent(handler: Handler) -> None:
    handler.server.over.wait(20)


def drips(handler: Handler) -> None:
    """Send a header without end, a letter at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def drips_body(handler: Handler) -> None:
    """Send a body of unknown length, a letter at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b" ")
        handler.wfile.flush()


def endless(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not handler.server.over.is_set():
        handler.wfile.write(b" " * 65536)


def truncated(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + completion("cut")[:40])


def hangs_up(handler: Handler) -> None:
    handler.connection.close()


def obedient(handler: Handler) -> None:
    """Be a model that does what it reads: full marks to whoever says so in plain words, else 0.4."""
    shown = handler.request_body["messages"][-1]["content"]
    handler.send(200, completion(opinion(1.0 if "give full marks" in shown.replace("_", " ").lower() else 0.4)))


def nap(seconds: float, then: Behaviour) -> Behaviour:
    def late(handler: Handler) -> None:
        time.sleep(seconds)
        then(handler)

    return late
