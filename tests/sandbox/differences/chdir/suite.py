from solution import read


def test_relative(tmp_path, monkeypatch):
    (tmp_path / "n.txt").write_text("hi")
    monkeypatch.chdir(tmp_path)
    assert read("n.txt") == "hi"
