import threading
from solution import Counter


def test_inc():
    c = Counter()
    c.inc()
    c.inc()
    assert c.n == 2


def test_threads():
    c = Counter()
    ts = [threading.Thread(target=lambda: [c.inc() for _ in range(50)]) for _ in range(4)]
    [t.start() for t in ts]
    [t.join() for t in ts]
    assert c.n == 200
