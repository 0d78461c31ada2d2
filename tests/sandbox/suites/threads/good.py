import threading


class Counter:
    def __init__(self):
        self.n, self._l = 0, threading.Lock()

    def inc(self):
        with self._l:
            self.n += 1
