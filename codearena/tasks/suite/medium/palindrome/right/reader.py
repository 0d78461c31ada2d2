from collections import deque


class Reader:
    """Takes the letters and digits of a text from both ends."""

    def __init__(self, text):
        self.left = deque(c for c in text.casefold() if c.isalnum())

    def is_symmetric(self):
        while len(self.left) > 1:
            if self.left.popleft() != self.left.pop():
                return False
        return True


def is_palindrome(text):
    return Reader(text).is_symmetric()
