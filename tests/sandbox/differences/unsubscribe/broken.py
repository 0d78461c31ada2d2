class Bus:
    def __init__(self):
        self.subs = []

    def on(self, f):
        self.subs.append(f)

    def off(self, f):
        self.subs.remove(f)

    def has(self, f):
        return f in self.subs

    def emit(self, x):
        for f in list(self.subs):
            f(x)
