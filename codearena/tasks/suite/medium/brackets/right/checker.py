from dataclasses import dataclass, field


@dataclass
class Checker:
    opened: list = field(default_factory=list)

    def feed(self, index, char):
        """Take one character; return whether it is in order."""
        if char in "([{":
            self.opened.append((index, ")]}"["([{".index(char)]))
        elif char in ")]}":
            return bool(self.opened) and self.opened.pop()[1] == char
        return True


def first_error(text):
    checker = Checker()
    for index, char in enumerate(text):
        if not checker.feed(index, char):
            return index
    return next((index for index, _ in checker.opened), -1)
