from collections import Counter


class Bag:
    def __init__(self, letters):
        self._counts = Counter(letters)

    def __len__(self):
        return self._counts.total()

    def __contains__(self, letter):
        return self._counts[letter] > 0

    def __iter__(self):
        return self._counts.elements()

    def __repr__(self):
        return f"Bag({''.join(self)!r})"

    def __str__(self):
        return "{" + ", ".join(f"{k}: {v}" for k, v in self._counts.items()) + "}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __eq__(self, other):
        return self._counts == other._counts if isinstance(other, Bag) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._counts.items()))

    def __getitem__(self, letter):
        return self._counts[letter]

    def __setitem__(self, letter, count):
        self._counts[letter] = count

    def __delitem__(self, letter):
        del self._counts[letter]

    def __add__(self, other):
        if not isinstance(other, Bag):
            return NotImplemented
        return Bag([*self, *other])

    def __iadd__(self, other):
        self._counts.update(other._counts)
        return self

    def __call__(self, *letters):
        return [self[letter] for letter in letters]


class Span:
    def __init__(self, text):
        self.text = text

    def __getitem__(self, key):
        return Span(self.text[key])

    def __str__(self):
        return self.text

    def __lt__(self, other):
        return self.text < other.text

    def __int__(self):
        return len(self.text)

    def __float__(self):
        return float(len(self.text))

    __index__ = __int__

    def __bytes__(self):
        return self.text.encode()

    def __reversed__(self):
        return reversed(self.text)


def make(kind, text):
    return {"bag": Bag, "span": Span}[kind](text)
