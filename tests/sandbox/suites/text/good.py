import re
import textwrap
import unicodedata


def encode(text):
    data = text.encode()
    size = len(data)
    head = bytearray()
    while True:
        head.append(size & 127 | (128 if size > 127 else 0))
        size >>= 7
        if not size:
            return bytes(head) + data


def decode(data):
    size = at = 0
    while True:
        byte = data[at]
        size |= (byte & 127) << 7 * at
        at += 1
        if byte < 128:
            break
    if len(data) < at + size:
        raise EOFError("too short")
    return bytes(data[at : at + size]).decode()


def wrap(text, width):
    return textwrap.wrap(text, width, break_long_words=False)


def normal(text):
    return unicodedata.normalize("NFC", text)


def slug(text):
    text = unicodedata.normalize("NFKD", text.casefold())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in text if not unicodedata.combining(c))))


def caesar(text, k):
    def shift(match):
        base = ord("A") if match[0].isupper() else ord("a")
        return chr((ord(match[0]) - base + k) % 26 + base)

    return re.sub("[A-Za-z]", shift, text)


def table(rows):
    if not rows:
        return ""
    left = max(len(name) for name, _ in rows)
    right = max(len(str(value)) for _, value in rows)
    return "".join(f"{name:<{left}} {value:>{right}}\n" for name, value in rows)


class TemplateError(LookupError):
    def __init__(self, missing):
        super().__init__(missing)
        self.missing = missing

    def __str__(self):
        return f"no {self.missing!r}"


class Template:
    def __init__(self, text):
        self.text = text

    @property
    def names(self):
        return set(re.findall(r"\$(\w+)", self.text))

    def fill(self, **values):
        return self % values

    def __mod__(self, values):
        def one(match):
            if match[1] not in values:
                raise TemplateError(match[1])
            return str(values[match[1]])

        return re.sub(r"\$(\w+)", one, self.text)

    def __add__(self, other):
        return Template(self.text + other.text)

    def __str__(self):
        return self.text

    def __repr__(self):
        return f"Template({self.text!r})"
