from unittest.mock import Mock, patch
import solution


def test_patch_attr(monkeypatch):
    monkeypatch.setattr(solution, "fetch", lambda u: "page " + u)
    assert solution.title("x") == "PAGE X"


def test_undone():
    import pytest

    with pytest.raises(RuntimeError):
        solution.title("x")


def test_mock_obj():
    db = Mock()
    db.get.return_value = {"name": "ann lee"}
    assert solution.Svc(db).name(3) == "Ann Lee"
    db.get.assert_called_once_with(3)
    db.log.assert_called_with("got")


def test_patch_str():
    with patch("solution.fetch", return_value="abc") as m:
        assert solution.title("q") == "ABC"
        m.assert_called_once_with("q")


def test_patch_lib():
    with patch("solution.random.randint", return_value=4):
        assert solution.roll() == 4


class FakeDB:
    def __init__(self):
        self.logs = []

    def get(self, i):
        return {"name": "bob"}

    def log(self, m):
        self.logs.append(m)


def test_fake():
    d = FakeDB()
    assert solution.Svc(d).name(1) == "Bob"
    assert d.logs == ["got"]
