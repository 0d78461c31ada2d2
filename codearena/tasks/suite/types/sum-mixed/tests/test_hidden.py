import pytest
from solution import sum_mixed


class TestKindOfResult:
    def test_whole_numbers_stay_whole(self):
        result = sum_mixed(["+4", "-9", 1])
        assert result == -4
        assert isinstance(result, int)
        assert isinstance(sum_mixed(["5"]), int)

    def test_one_float_makes_a_float(self):
        result = sum_mixed([1, "2.0", "3"])
        assert result == 6.0
        assert isinstance(result, float)
        assert isinstance(sum_mixed([1, "3"]), int)

    def test_large_numbers_are_exact(self):
        assert sum_mixed(["9007199254740993", 0]) == 9007199254740993
        assert sum_mixed([10**20, "1"]) == 10**20 + 1


@pytest.mark.parametrize("text", ["", "12a"])
def test_no_number(text):
    with pytest.raises(ValueError):
        sum_mixed([1, text])
    assert sum_mixed([1, "12", "-0.5"]) == 12.5
    assert isinstance(sum_mixed([1, "12"]), int)


def test_truth_values_are_refused():
    with pytest.raises(TypeError):
        sum_mixed(["1", True])
    with pytest.raises(TypeError):
        sum_mixed([False])
    assert sum_mixed(["1", 1]) == 2


@pytest.mark.parametrize("value", [["6"], b"7", True])
def test_other_kinds_are_refused(value):
    with pytest.raises(TypeError):
        sum_mixed(["5", value])
    assert sum_mixed(["5", "-6"]) == -1
    assert isinstance(sum_mixed(["5", 6]), int)


def test_spaces_signs_and_exponents():
    assert sum_mixed(["  -3 ", "\t8\n"]) == 5
    assert isinstance(sum_mixed(["  -3 ", "+4"]), int)
    assert sum_mixed(["1e3", "+0.5"]) == 1000.5
    assert sum_mixed(["-1.5", "-1.5"]) == -3.0


def test_list_is_left_alone():
    values = ["1", 2, "3.5"]
    assert sum_mixed(values) == 6.5
    assert sum_mixed(values[:2]) == 3
    assert values == ["1", 2, "3.5"]


def test_many_values():
    values = [str(n) if n % 2 else n for n in range(1001)]
    result = sum_mixed(values)
    assert result == 500500
    assert isinstance(result, int)
    assert sum_mixed(values[:4]) == 6
