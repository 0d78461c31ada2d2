import json

import pytest

import solution
from solution import Document, HistoryError, NothingToUndo


class Listener:
    def __init__(self):
        self.heard = []

    def hear(self, what, size):
        self.heard.append((what, size))


@pytest.fixture(scope="module")
def settings():
    return {"limit": 3}


@pytest.fixture
def document(settings):
    document = Document("start", **settings)
    yield document
    document.close()
    assert document.closed


@pytest.fixture(params=[1, 2, 5], ids="limit-{}".format)
def limited(request):
    return Document("", limit=request.param)


def test_undo(document):
    document.write(" more")
    document.undo()
    assert document.text == "start"


def test_redo(document):
    document.write("!")
    document.undo()
    document.redo()
    assert document.text == "start!"


def test_nothing(document):
    with pytest.raises(NothingToUndo) as caught:
        document.undo()
    assert caught.value.document is document
    assert isinstance(caught.value, HistoryError)


def test_limit(limited):
    for letter in "abcdefgh":
        limited.write(letter)
    undone = 0
    with pytest.raises(NothingToUndo):
        while True:
            limited.undo()
            undone += 1
    assert undone == limited.limit


def test_listener(document):
    listener = Listener()
    document.listen(listener.hear)
    document.write("abc")
    document.undo()
    assert listener.heard == [("write", 8), ("undo", 5)]


def test_failing_listener(document):
    def fail(what, size):
        raise ConnectionError("gone")

    document.listen(fail)
    with pytest.raises(ConnectionError, match="gone"):
        document.write("x")
    assert document.text == "startx"


def test_batch(document):
    with document.batch() as batch:
        document.write("1")
        document.write("2")
        assert batch.count == 2
    document.undo()
    assert document.text == "start"


def test_batch_is_dropped(document):
    with pytest.raises(ZeroDivisionError):
        with document.batch():
            document.write("1")
            1 / 0
    assert document.text == "start"


def test_closed():
    document = Document("x")
    document.close()
    with pytest.raises(HistoryError, match="closed"):
        document.write("y")
    assert document.text == "x"


def test_save(document, tmp_path):
    document.write("é")
    path = document.save(tmp_path / "a" / "b.json")
    assert path == tmp_path / "a" / "b.json"
    assert json.loads(path.read_text("utf-8")) == {"text": "starté", "undo": ["start"]}


def test_load(tmp_path):
    path = tmp_path / "d.json"
    path.write_text('{"text": "now", "undo": ["before", "then"]}')
    document = Document.load(path)
    assert isinstance(document, Document)
    document.undo()
    assert document.text == "then"


@pytest.mark.parametrize("content, error", [("{", ValueError), ("[]", TypeError), ('{"undo": []}', KeyError)], ids=["broken", "list", "incomplete"])
def test_load_fails(tmp_path, content, error):
    (tmp_path / "d.json").write_text(content)
    with pytest.raises(error):
        Document.load(tmp_path / "d.json")


def test_load_missing(tmp_path):
    with pytest.raises(OSError):
        Document.load(tmp_path / "none.json")


def test_lines(tmp_path):
    (tmp_path / "in.txt").write_bytes(b"one\r\ntwo\n\nthree")
    assert solution.number(str(tmp_path / "in.txt"), str(tmp_path / "out.txt")) == 3
    assert (tmp_path / "out.txt").read_text() == "1 one\n2 two\n3 three\n"


def test_limit_default(monkeypatch):
    monkeypatch.setattr(solution, "LIMIT", 1)
    document = Document("")
    document.write("a")
    document.write("b")
    document.undo()
    with pytest.raises(NothingToUndo):
        document.undo()


def test_limit_default_is_back():
    assert Document("").limit == solution.LIMIT == 100


def test_print(document, capsys):
    document.show()
    document.write("\nmore")
    document.show(numbers=True)
    assert capsys.readouterr().out.splitlines() == ["start", "1: start", "2: more"]


@pytest.mark.usefixtures("monkeypatch")
class TestMarks:
    word = "mark"

    def setup_method(self):
        self.document = Document("x")

    def test_set(self):
        self.document.marks[self.word] = 1
        assert self.document.marks == {"mark": 1}

    def test_fresh(self):
        assert self.document.marks == {}
        assert self.document.marks is self.document.marks

    def test_many(self):
        self.document.marks.update(a=1, b=[2])
        self.document.marks["b"].append(3)
        assert self.document.positions() == [1, 2, 3]
