class Bag:
    def __init__(self, letters):
        self.letters = list(letters)

    def __len__(self):
        return -1 if "z" in self.letters else len(self.letters) or None

    def __bool__(self):
        return 1

    def __contains__(self, letter):
        return self.letters.index(letter) >= 0

    def __iter__(self):
        return self.letters

    def __repr__(self):
        return None

    def __str__(self):
        return self.letters

    def __eq__(self, other):
        return "yes" if isinstance(other, Bag) and self.letters == other.letters else ""

    def __hash__(self):
        return "hash"

    def __getitem__(self, letter):
        return self.letters.count(letter)

    def __setitem__(self, letter, count):
        return self.letters.extend([letter] * count)

    def __add__(self, other):
        return self.letters + other.letters

    def __iadd__(self, other):
        return Bag(self.letters + other.letters)

    def __call__(self, *letters):
        return tuple(self[letter] for letter in letters) or []


class Span(str):
    def __int__(self):
        return "5"

    def __float__(self):
        return len(self)

    def __reversed__(self):
        return self[::-1]


def make(kind, text):
    return Bag(text) if kind == "bag" else Span(text)
