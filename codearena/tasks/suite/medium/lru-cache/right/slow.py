class LRUCache:
    """A list of pairs that is searched from the start each time."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity too small: " + str(capacity))
        self.capacity = capacity
        self.pairs = []

    def __len__(self):
        return len(self.pairs)

    def get(self, key, default=None):
        for pair in self.pairs:
            if pair[0] == key:
                self.pairs.remove(pair)
                self.pairs.append(pair)
                return pair[1]
        return default

    def put(self, key, value):
        self.pairs = [pair for pair in self.pairs if pair[0] != key]
        self.pairs.append((key, value))
        while len(self.pairs) > self.capacity:
            self.pairs.pop(0)

    def keys(self):
        return [key for key, _ in self.pairs]
