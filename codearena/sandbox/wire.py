"""Messages between processes that trust each other: length-prefixed JSON, with file descriptors beside it.

Nothing on this wire comes from a submission's process; what does is in `codearena.sandbox.codec`.
"""

from __future__ import annotations

import json
import socket
import struct
from array import array
from collections.abc import Sequence
from typing import Any

_HEADER = struct.Struct("<IB")
_ROOM_FOR_FDS = socket.CMSG_SPACE(4 * array("i").itemsize)

Message = dict[str, Any]


class Closed(ConnectionError):
    """The other side is gone."""


class Connection:
    """One end of a stream socket that carries messages. Not thread-safe."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._buffer = b""
        self._fds: list[int] = []

    @classmethod
    def pair(cls) -> tuple[Connection, socket.socket]:
        """Return a connection and the socket for its other end, to be handed to another process."""
        here, there = socket.socketpair()
        return cls(here), there

    def fileno(self) -> int:
        """Return the descriptor, for polling."""
        return self._sock.fileno()

    def send(self, message: Message, fds: Sequence[int] = ()) -> None:
        """Send ``message`` with duplicates of ``fds``; raises `Closed` when nobody can read it."""
        body = json.dumps(message, separators=(",", ":")).encode("ascii")
        data = _HEADER.pack(len(body), len(fds)) + body
        ancillary = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array("i", fds))] if fds else []
        try:
            sent = self._sock.sendmsg([data], ancillary)
            if sent < len(data):
                self._sock.sendall(data[sent:])
        except OSError as error:
            raise Closed(str(error)) from error

    def receive(self) -> tuple[Message, list[int]]:
        """Return the next message and its descriptors, which the caller owns; raises `Closed` at the end."""
        self._fill(_HEADER.size)
        length, count = _HEADER.unpack_from(self._buffer)
        self._fill(_HEADER.size + length)
        body = self._buffer[_HEADER.size : _HEADER.size + length]
        self._buffer = self._buffer[_HEADER.size + length :]
        fds, self._fds = self._fds[:count], self._fds[count:]
        return json.loads(body), fds

    @property
    def pending(self) -> bool:
        """Whether bytes were read that belong to a next message, so that polling would wait in vain."""
        return bool(self._buffer)

    def _fill(self, size: int) -> None:
        chunks = [self._buffer]
        have = len(self._buffer)
        while have < size:
            try:
                chunk, ancillary, _, _ = self._sock.recvmsg(max(65536, size - have), _ROOM_FOR_FDS)
            except OSError as error:
                raise Closed(str(error)) from error
            if not chunk:
                raise Closed("the other process ended")
            for _, kind, data in ancillary:
                if kind == socket.SCM_RIGHTS:
                    self._fds += array("i", data[: len(data) - len(data) % 4])
            chunks.append(chunk)
            have += len(chunk)
        self._buffer = b"".join(chunks)

    def shutdown(self) -> None:
        """End the conversation for both sides; safe to call from another thread."""
        self._sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close this end."""
        self._sock.close()
