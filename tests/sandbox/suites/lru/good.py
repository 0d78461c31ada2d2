from collections import OrderedDict


class LRU:
    def __init__(self, cap):
        if cap <= 0:
            raise ValueError("cap")
        self.cap, self.d = cap, OrderedDict()

    def get(self, k, default=-1):
        if k not in self.d:
            return default
        self.d.move_to_end(k)
        return self.d[k]

    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.cap:
            self.d.popitem(False)

    def __len__(self):
        return len(self.d)

    def __contains__(self, k):
        return k in self.d
