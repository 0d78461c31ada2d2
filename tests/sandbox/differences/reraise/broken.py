class Refused(Exception):
    def __init__(self, text, code=0):
        super().__init__(text)
        self.code = code


def call(f):
    return f()
