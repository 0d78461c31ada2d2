class V:
    def __init__(self, *c):
        self.c = c

    def __add__(self, o):
        return self

    def __mul__(self, k):
        return self

    def __eq__(self, o):
        return False

    def __abs__(self):
        return 0

    def __len__(self):
        return 0
