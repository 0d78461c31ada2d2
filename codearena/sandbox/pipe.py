"""The pipe between tests (O) and submission (W): frames of plain values, one side running at a time.

Because one side waits while the other runs, containers that both hold can be kept equal: at every hand-over the side
that ran sends those that changed. That gives arguments passed by reference their ordinary meaning.
"""

from __future__ import annotations

import socket
import struct
from typing import Any

from codearena.sandbox import codec
from codearena.sandbox.codec import Codec, Malformed

_LENGTH = struct.Struct("<I")

LOAD, GET, SET, DELETE, CALL, SIGNATURE = "load", "get", "set", "del", "call", "sig"
"""Requests of O. `CALL` is answered by `CALLBACK` any number of times, then by `RETURN` or `RAISE`."""
BATCH = "batch"
"""Request of O: call functions of the module one after another with plain arguments, and answer them all at once."""
METER, MEASURE = "meter", "measure"
"""Requests of O about work: compile the submission so that it counts; call a function of it and say how much it did."""
RETURN, RAISE, CALLBACK = "return", "raise", "callback"
"""Replies."""

EXIT_OUTPUT = 121
"""Exit status of a submission that printed more than it may."""


class Gone(Exception):
    """The process at the other end ended or broke the protocol.

    A test may catch it, and has failed all the same. It is an ordinary exception because pytest leaves fixtures half torn
    down when anything else passes through them, and what they patched would reach the next submission.
    """


class Broken(Gone):
    """The other end sent what no honest side sends."""


class Peer:
    """One end of the pipe. Subclasses say what stands for values that cannot travel."""

    first_id: int
    """O numbers shared containers from 1, W from 2, each in steps of two."""

    _sock: socket.socket

    def __init__(self) -> None:
        self._buffer = b""
        self._codec = Codec(self)
        self._next_id = self.first_id
        self._id_of: dict[int, int] = {}
        self._container: dict[int, Any] = {}
        self._seen: dict[int, Any] = {}

    def connect(self, fd: int) -> None:
        """Speak over the connected stream socket ``fd``, which this peer then owns."""
        self._sock = socket.socket(fileno=fd)

    # ------------------------------------------------------------------------------------------------ containers

    def share(self, value: Any) -> tuple[int, bool]:
        """Return the id of a mutable container, and whether the other side has yet to see it."""
        known = self._id_of.get(id(value))
        if known is not None:
            return known, False
        number = self._next_id
        self._next_id += 2
        self._enter(number, value)
        return number, True

    def adopt(self, number: int, value: Any) -> None:
        """Enter a container that arrived under ``number``."""
        if number in self._container or number % 2 == self.first_id % 2:
            raise Malformed("a container id is taken")
        self._enter(number, value)

    def shared(self, number: int) -> Any:
        """Return the container known as ``number``."""
        if number not in self._container:
            raise Malformed("an unknown container")
        return self._container[number]

    def _enter(self, number: int, value: Any) -> None:
        self._container[number] = value
        self._id_of[id(value)] = number

    def _forget(self, number: int) -> None:
        value = self._container.pop(number, None)
        if value is not None:
            self._id_of.pop(id(value), None)

    def unneeded(self) -> tuple[int, ...]:
        """Forget containers that only this pipe still holds, and return their ids."""
        return ()

    def describe(self, value: Any) -> tuple[Any, ...]:
        """Return the plain description that stands for ``value``."""
        raise Malformed(f"{type(value).__name__} cannot be sent")

    def resolve(self, description: tuple[Any, ...]) -> Any:
        """Return what a description from the other side stands for."""
        raise Malformed("an unexpected handle")

    # ------------------------------------------------------------------------------------------------ frames

    def send(self, *parts: Any) -> None:
        """Hand over to the other side. Raises `Gone`, or `Malformed` when a part cannot be sent (nothing is sent)."""
        chunks: list[bytes] = []
        changes: list[Any] = []
        for number, before in self._seen.items():
            value = self._container.get(number)
            if value is not None and codec.changed(value, before):
                changes += [number, codec.content(value)]
        self._codec.write(tuple(changes), chunks.append)
        self._codec.write(parts, chunks.append)
        changes.clear()
        # References held here would make every container look needed.
        del parts
        self._seen.clear()
        self._codec.write(self.unneeded() if self._container else (), chunks.append)
        frame = b"".join(chunks)
        if len(frame) > codec.MAX_FRAME:
            raise Malformed(f"a message of {len(frame)} bytes; at most {codec.MAX_FRAME} can be sent")
        self._remember()
        try:
            self._sock.sendall(_LENGTH.pack(len(frame)) + frame)
        except OSError as error:
            raise Gone(str(error)) from None

    def receive(self) -> tuple[Any, ...]:
        """Wait for the other side's hand-over and return its parts. Raises `Gone`."""
        frame = self._frame()
        self._seen.clear()
        try:
            changes, at = self._codec.read(frame)
            parts, at = self._codec.read(frame, at)
            unneeded, _ = self._codec.read(frame, at)
            for each in (changes, parts, unneeded):
                codec.checked(each, tuple)
            for number, new in zip(changes[::2], changes[1::2], strict=True):
                codec.assign(self.shared(number), new)
            for number in unneeded:
                self._forget(number)
        except (Malformed, TypeError, ValueError) as error:
            raise Broken(f"malformed message: {error}") from None
        self._remember()
        return tuple(parts)

    def _remember(self) -> None:
        self._seen = {number: codec.snapshot(value) for number, value in self._container.items()}

    def _frame(self) -> bytes:
        need = _LENGTH.size
        chunks, have = [self._buffer], len(self._buffer)
        known = False
        while have < need or not known:
            if have >= need:
                self._buffer = b"".join(chunks)
                chunks = [self._buffer]
                length = _LENGTH.unpack_from(self._buffer)[0]
                if length > codec.MAX_FRAME:
                    raise Broken("an oversized message")
                need, known = need + length, True
                continue
            try:
                chunk = self._sock.recv(max(65536, need - have))
            except OSError as error:
                raise Gone(str(error)) from None
            if not chunk:
                raise Gone("the process ended")
            chunks.append(chunk)
            have += len(chunk)
        data = b"".join(chunks)
        self._buffer = data[need:]
        return data[_LENGTH.size : need]

    def close(self) -> None:
        """Close this end."""
        self._sock.close()
