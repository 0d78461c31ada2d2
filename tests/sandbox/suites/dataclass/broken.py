class P:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def dist(self, o):
        return 0


class Cart:
    items = []

    def add(self, i):
        self.items.append(i)
