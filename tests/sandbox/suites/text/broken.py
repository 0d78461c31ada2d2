def encode(text):
    return chr(len(text)) + text if len(text) > 100 else bytes([len(text)]) + text.encode("latin-1", "replace")


def decode(data):
    return data[1 : 1 + data[0]].decode("latin-1")


def wrap(text, width):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] += " " + word
    return [line.strip() for line in lines]


def normal(text):
    return text


def slug(text):
    return text.lower().strip().replace(" ", "-").encode("ascii", "ignore")


def caesar(text, k):
    return "".join(chr(ord(c) + k) if c.isalpha() else c for c in text)


def table(rows):
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name.ljust(width)} {value}" for name, value in rows)


class TemplateError(Exception):
    def __init__(self, missing):
        self.missing = missing


class Template(str):
    @property
    def text(self):
        return self

    @property
    def names(self):
        return [word[1:] for word in self.split() if word[0] == "$"]

    def fill(self, **values):
        text = str(self)
        for name in self.names:
            name = name.strip(",.")
            if name not in values:
                raise TemplateError(name)
            text = text.replace("$" + name, values[name])
        return text
