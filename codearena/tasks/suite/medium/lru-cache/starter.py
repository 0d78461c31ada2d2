class LRUCache:
    """Holds a number of entries; forgets the least recently used."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}

    def __len__(self):
        return len(self.entries)

    def get(self, key, default=None):
        return self.entries.get(key) or default

    def put(self, key, value):
        if len(self.entries) >= self.capacity:
            del self.entries[next(iter(self.entries))]
        self.entries[key] = value

    def keys(self):
        return list(self.entries)
