from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity = capacity
        self.entries = OrderedDict()

    def __len__(self):
        return len(self.entries)

    def get(self, key, default=None):
        if key in self.entries:
            self.entries.move_to_end(key)
        return self.entries.get(key, default)

    def put(self, key, value):
        if len(self.entries) == self.capacity:
            self.entries.popitem()
        self.entries[key] = value

    def keys(self):
        return list(self.entries)
