import pytest
from solution import shelf_labels


def test_text_and_numbers():
    assert shelf_labels(["ab-1", 7]) == ["AB-1", "0007"]
    assert shelf_labels([12345, " x "]) == ["12345", "X"]


def test_a_text_of_digits_is_text():
    assert shelf_labels([0, "7"]) == ["0000", "7"]
    assert shelf_labels([42]) == ["0042"]


def test_an_empty_text_is_refused():
    assert shelf_labels([42]) == ["0042"]
    with pytest.raises(ValueError):
        shelf_labels([3, ""])


def test_nothing_is_no_code():
    assert shelf_labels(["ab-1", 7]) == ["AB-1", "0007"]
    with pytest.raises(TypeError):
        shelf_labels([3, None])
