class Count:
    def __init__(self, a, b):
        pass

    def __iter__(self):
        return iter([])


class Grid:
    def __init__(self, w, h):
        pass

    def __getitem__(self, k):
        return 0
