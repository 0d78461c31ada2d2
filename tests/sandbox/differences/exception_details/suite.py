import json
import pytest
from solution import fail, errors


def test_json():
    with pytest.raises(json.JSONDecodeError) as e:
        fail("json")
    assert e.value.pos == 1


def test_unicode():
    with pytest.raises(UnicodeDecodeError) as e:
        fail("unicode")
    assert e.value.encoding == "utf-8" and e.value.reason == "invalid start byte"


def test_os():
    with pytest.raises(OSError) as e:
        fail("os")
    assert e.value.filename == "f.txt"


def test_context():
    with pytest.raises(ValueError) as e:
        fail("context")
    assert isinstance(e.value.__context__, KeyError)


def test_notes():
    with pytest.raises(ValueError) as e:
        fail("note")
    assert e.value.__notes__ == ["a note"]


def test_returned():
    assert str(errors()[0]) == "a"


def test_keyboard():
    with pytest.raises(KeyboardInterrupt):
        fail("kbd")
