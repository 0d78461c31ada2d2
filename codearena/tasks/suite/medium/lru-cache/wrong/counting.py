class LRUCache:
    """Forgets what was used least often, which is not the same."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity = capacity
        self.values = {}
        self.uses = {}

    def __len__(self):
        return len(self.values)

    def get(self, key, default=None):
        if key not in self.values:
            return default
        self.uses[key] += 1
        return self.values[key]

    def put(self, key, value):
        if key not in self.values and len(self.values) == self.capacity:
            rarest = min(self.uses, key=self.uses.get)
            del self.values[rarest], self.uses[rarest]
        self.values[key] = value
        self.uses[key] = self.uses.get(key, 0) + 1

    def keys(self):
        return sorted(self.values, key=self.uses.get)
