import pytest
from solution import sum_mixed


def test_whole_numbers():
    result = sum_mixed([1, "2", 3])
    assert result == 6
    assert isinstance(result, int)
    assert sum_mixed(["10", -4, " 7 "]) == 13


def test_decimals():
    assert sum_mixed([1.5, "2.5"]) == 4.0
    assert sum_mixed(["0.25", 1]) == 1.25


def test_empty_list():
    assert sum_mixed([]) == 0
    assert sum_mixed(["12"]) == 12


def test_text_that_is_no_number():
    with pytest.raises(ValueError):
        sum_mixed(["1", "two"])
    assert sum_mixed(["1", "2"]) == 3


def test_other_kinds_of_value():
    with pytest.raises(TypeError):
        sum_mixed(["1", None])
    assert sum_mixed(["1", 1.5]) == 2.5
