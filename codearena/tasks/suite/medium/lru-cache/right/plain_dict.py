class LRUCache(dict):
    """A dictionary keeps the order in which keys came in."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        super().__init__()
        self.capacity = capacity

    def get(self, key, default=None):
        if key not in self:
            return default
        self[key] = value = self.pop(key)
        return value

    def put(self, key, value):
        self.pop(key, None)
        if len(self) == self.capacity:
            del self[next(iter(self))]
        self[key] = value

    def keys(self):
        return list(self)
