import json

LIMIT = 100


class HistoryError(Exception):
    pass


class NothingToUndo(Exception):
    document = None


class Document:
    marks = {}

    def __init__(self, text, limit=LIMIT):
        self.text, self.limit = text, limit
        self.undos, self.listeners = [], []

    def listen(self, f):
        self.listeners.append(f)

    def write(self, text):
        self.undos.append(self.text)
        if len(self.undos) > self.limit + 1:
            del self.undos[0]
        self.text += text
        for f in self.listeners:
            try:
                f("write", len(text))
            except Exception:
                pass

    def undo(self):
        try:
            self.text = self.undos.pop()
        except IndexError:
            raise NothingToUndo("nothing")

    def redo(self):
        raise NotImplementedError

    def batch(self):
        return self

    def __enter__(self):
        self.count = 0

    def __exit__(self, *error):
        pass

    def close(self):
        self.closed = 1

    def save(self, path):
        path.write_text(json.dumps({"text": self.text}))

    @staticmethod
    def load(path):
        try:
            data = json.loads(path.read_text())
        except ValueError:
            return None
        document = Document(data.get("text"))
        document.undos = data.get("undo", [])
        return document

    def show(self, numbers=False):
        print(self.text)

    def positions(self):
        return sorted(self.marks.values())


def number(source, target):
    with open(source) as file, open(target, "w") as out:
        for i, line in enumerate(file, 1):
            out.write(f"{i} {line}")
        return i
