import json
from solution import total, save


def test_read(tmp_path):
    p = tmp_path / "a.csv"
    p.write_text("n\n1\n2\n")
    assert total(p) == 3
    assert total(str(p)) == 3


def test_write(tmp_path):
    p = tmp_path / "o.json"
    save(p, {"a": [1]})
    assert json.loads(p.read_text()) == {"a": [1]}


def test_missing(tmp_path):
    import pytest

    with pytest.raises(FileNotFoundError):
        total(tmp_path / "no")
