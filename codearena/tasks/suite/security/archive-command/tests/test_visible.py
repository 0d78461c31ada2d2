import pytest
from solution import archive_command

START = ["tar", "--force-local", "-czf", "out.tar.gz", "--"]


def test_names_with_spaces():
    assert archive_command("out.tar.gz", ["a.txt", "my notes.txt"]) == [*START, "a.txt", "my notes.txt"]
    assert archive_command("out.tar.gz", ["x; rm -rf ~"]) == [*START, "x; rm -rf ~"]


def test_archive():
    with pytest.raises(ValueError):
        archive_command("out.zip", ["a.txt"])
    with pytest.raises(ValueError):
        archive_command(".tar.gz", ["a.txt"])
    assert archive_command("out.tar.gz", ["x; rm -rf ~"]) == [*START, "x; rm -rf ~"]


def test_names_that_cannot_be():
    for files in [], [""], ["a\0b"]:
        with pytest.raises(ValueError):
            archive_command("out.tar.gz", files)
    assert archive_command("out.tar.gz", ["a.txt", "my notes.txt"])[5:] == ["a.txt", "my notes.txt"]


def test_one_text():
    with pytest.raises(TypeError):
        archive_command("out.tar.gz", "a.txt")
    assert archive_command("out.tar.gz", ["x; rm -rf ~"]) == [*START, "x; rm -rf ~"]
