"""Messages between our own processes arrive whole, with their descriptors, or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from codearena.sandbox.wire import Closed, Connection


def pair() -> tuple[Connection, Connection]:
    here, there = Connection.pair()
    return here, Connection(there)


def test_messages_arrive_in_order_and_whole() -> None:
    here, there = pair()
    large = {"text": "é\udc80" * 300_000}
    sender = threading.Thread(target=lambda: [here.send({"n": 1}), here.send(large), here.send({"n": 3})])
    sender.start()
    assert there.receive() == ({"n": 1}, [])
    assert there.receive() == (large, [])
    assert there.receive() == ({"n": 3}, [])
    sender.join()
    assert not there.pending
    here.close()
    there.close()


def test_descriptors_arrive_with_their_own_message(tmp_path: Path) -> None:
    here, there = pair()
    files = [os.open(tmp_path / name, os.O_CREAT | os.O_RDWR) for name in "ab"]
    for number, fd in enumerate(files):
        os.write(fd, b"%d" % number)
        here.send({"n": number}, [fd])
        os.close(fd)
    here.send({"n": 2})
    for number in range(2):
        message, fds = there.receive()
        assert message == {"n": number}
        assert os.pread(fds[0], 1, 0) == b"%d" % number
        os.close(fds[0])
    assert there.receive() == ({"n": 2}, [])
    here.close()
    there.close()


def test_the_end_of_the_other_side_is_an_error_on_both() -> None:
    here, there = pair()
    there.close()
    with pytest.raises(Closed):
        here.receive()
    with pytest.raises(Closed):
        here.send({"text": "x" * 1_000_000})
    here.close()


def test_another_thread_can_end_a_waiting_receive() -> None:
    here, there = pair()
    threading.Timer(0.1, here.shutdown).start()
    with pytest.raises(Closed):
        here.receive()
    here.close()
    there.close()
