import pytest
from solution import safe_path


def test_way_out():
    for name in ("../../etc/passwd", "/etc/passwd", "a/../../b", "..", "../files-old/a"):
        with pytest.raises(ValueError):
            safe_path("/srv/files", name)
    assert safe_path("/srv/files", "a/b.txt") == "/srv/files/a/b.txt"


def test_simplest_form():
    assert safe_path("/srv/files", "a/../c/./d") == "/srv/files/c/d"
    assert safe_path("/srv//x/../files/", "a//b.txt/") == "/srv/files/a/b.txt"
    assert safe_path("/srv/files", "../files/e") == "/srv/files/e"


def test_folder_itself():
    for name in ("", ".", "a/.."):
        with pytest.raises(ValueError):
            safe_path("/srv/files", name)
    assert safe_path("/srv/files", "~") == "/srv/files/~"


def test_odd_arguments():
    for base, name in (("srv/files", "~"), ("/srv/files", "a\\b"), ("/srv/files", "a\0")):
        with pytest.raises(ValueError):
            safe_path(base, name)
    assert safe_path("/srv/files", "a/b.txt") == "/srv/files/a/b.txt"
