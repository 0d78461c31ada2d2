"""What is fuzzed: all that reads bytes of a submission, or of a model, in a process that matters."""

from __future__ import annotations

import io
import socket
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any

from codearena.core.programs import WHITESPACE, Comparison
from codearena.env.extract import extract_code
from codearena.sandbox import pipe
from codearena.sandbox.codec import Codec, Malformed, Parcels
from codearena.sandbox.inside.proxy import Candidate
from codearena.sandbox.inside.workload import same
from codearena.sandbox.output import difference
from codearena.sandbox.pipe import Gone, Peer
from tests.fuzz.fuzzer import Target


class End(Peer):
    """One end of a pipe of which only the values matter."""

    def __init__(self, first_id: int) -> None:
        self.first_id = first_id
        super().__init__()


VALUES: tuple[Any, ...] = (
    None,
    True,
    -1,
    2**70,
    0.5,
    1j,
    "größer",
    b"\x00\xff",
    ...,
    (1, "a", (2.0,)),
    [1, 2, 3],
    [0.5, 1.5],
    ["x", [None]],
    {"a": [1], 2: {3}},
    {frozenset((1, 2))},
    bytearray(b"abc"),
    range(3, 9, 2),
)


def written(value: Any, first_id: int = 2) -> bytes:
    """Return a value as one end sends it."""
    chunks: list[bytes] = []
    Codec(End(first_id)).write(value, chunks.append)
    return b"".join(chunks)


def read_a_value(data: bytes) -> None:
    """Whatever the bytes, a value or `Malformed`; and what can be read can be written and read again."""
    try:
        value, _ = Codec(End(1)).read(data)
    except Malformed:
        return
    with suppress(Malformed):  # such as nested as deep as may be read, in what may not be written
        again = written(value)
        assert written(Codec(End(1)).read(again)[0]) == again


def unpack_a_parcel(data: bytes) -> None:
    """The same of what is told ahead."""
    parcels = Parcels()
    with suppress(Malformed):
        parcels.pack(parcels.unpack(data))


def talk_to_the_tests(data: bytes) -> None:
    """Whatever a submission's process answers, the tests get a value, an exception of Python's, or are told that it is gone."""
    ours, theirs = socket.socketpair()
    theirs.sendall(data)
    theirs.shutdown(socket.SHUT_WR)
    candidate = Candidate(ours.detach())
    try:
        with redirect_stdout(io.StringIO()):
            for request in ((pipe.GET, 0, "f"), (pipe.CALL, 0, "f", ([1],), {"x": {}}), (pipe.BATCH, ())):
                try:
                    use(candidate.ask(*request))
                except Gone:
                    break
                except (KeyboardInterrupt, SystemExit):
                    pass
                except Exception:  # what the answer says that the submission raised
                    continue
    finally:
        candidate.close()
        theirs.close()


def use(value: Any) -> None:
    """Do with an answer what tests do."""
    for attempt in (lambda: value == 1, lambda: repr(value), lambda: len(value), lambda: list(islice(value, 99)), lambda: value.x):
        try:
            attempt()
        except Gone:
            raise
        except Exception:
            continue


def frame(*parts: Any) -> bytes:
    """Return a reply as an honest process sends it."""
    body = written(()) + written(parts) + written(())
    return len(body).to_bytes(4, "little") + body


def compare_outputs(data: bytes) -> None:
    """No output, however odd, breaks the comparison; and every output equals itself."""
    found, _, rest = data.partition(b"\x00")
    expected = rest.decode("utf-8", "replace")
    for whitespace in WHITESPACE:
        for floats, order in ((0.0, True), (1e-6, True), (1e-6, False)):
            if whitespace == "exact" and (floats or not order):
                continue
            comparison = Comparison(whitespace=whitespace, floats=floats, order=order)
            difference(found, expected, comparison)
            assert difference(expected.encode(), expected, comparison) == ""


def compare_results(data: bytes) -> None:
    """No plain value breaks the comparison of results, and every one equals itself, except where it holds NaN in a set or as a key."""
    one, _, other = data.partition(b"\x00\x00")
    parcels = Parcels()
    try:
        left, right = parcels.unpack(one), parcels.unpack(other)
    except Malformed:
        return
    same(left, right)
    assert same(left, parcels.unpack(one)) or "nan" in repr(left)


def extract_an_answer(data: bytes) -> None:
    """Whatever a model says, its answer is a part of it."""
    said = data.decode("utf-8", "surrogateescape")
    for names in ((), ("f",)):
        assert isinstance(extract_code(said, names), str)


@dataclass(frozen=True, slots=True)
class Case:
    """One function, what it starts from, and the files whose lines guide."""

    target: Target
    seeds: Sequence[bytes]
    modules: Sequence[str]


_PARCELS = [Parcels().pack(value) for value in VALUES]
_TALK = [frame(pipe.RETURN, "", value) for value in VALUES] + [
    frame(pipe.RETURN, "said", 1) + frame(pipe.RAISE, "", ("ValueError", ("no",), None, "no", ((3, "f"),), None)),
    frame(pipe.CALLBACK, "", 1, "__len__", (), {}) + frame(pipe.RETURN, "", ()),
    frame(pipe.RETURN, "", 1) * 3,
]
_SAID = [b"```python\ndef f():\n    return 1\n```", b"<think>no</think>\n~~~\nx = 1\n~~~\n", b"f = 1", b"````\n```\n````\n"]
_PRINTED = [b"1 2\n\x001 2", b"0.5\n1e400\x000.5\n1", b"b\na\x00a\nb\n", "ü\r\n\x00ü".encode()]

CASES = {
    "codec": Case(read_a_value, [written(value) for value in VALUES], ["sandbox/codec.py"]),
    "parcels": Case(unpack_a_parcel, _PARCELS, ["sandbox/codec.py"]),
    "channel": Case(talk_to_the_tests, _TALK, ["sandbox/codec.py", "sandbox/pipe.py", "inside/proxy.py", "inside/remote.py"]),
    "outputs": Case(compare_outputs, _PRINTED, ["sandbox/output.py"]),
    "results": Case(compare_results, [one + b"\0\0" + one for one in _PARCELS], ["sandbox/codec.py", "inside/workload.py"]),
    "extractor": Case(extract_an_answer, _SAID, ["env/extract.py"]),
}
