class LRU:
    def __init__(self, cap):
        self.d = {}

    def get(self, k, default=-1):
        return self.d.get(k, default)

    def put(self, k, v):
        self.d[k] = v

    def __len__(self):
        return len(self.d)

    def __contains__(self, k):
        return True
