import pytest
from solution import shelf_labels


@pytest.fixture
def codes():
    return ["left wing", 12, "\tB7\n", 9999, 10000, "c", 0]


def test_labels_stand_in_the_order_of_the_codes(codes):
    expected = ["LEFT WING", "0012", "B7", "9999", "10000", "C", "0000"]
    assert shelf_labels(codes) == expected
    assert shelf_labels(codes[::-1]) == expected[::-1]


def test_codes_are_left_alone(codes):
    before = list(codes)
    assert shelf_labels(codes)[1:3] == ["0012", "B7"]
    assert shelf_labels([5]) == ["0005"]
    assert codes == before


@pytest.mark.parametrize("number", [1, 10, 100, 1000])
def test_four_digits_at_least(number):
    assert shelf_labels([number]) == [str(10_000 + number)[1:]]
    assert shelf_labels([number * 10**20, number]) == [f"{number}{'0' * 20}", str(10_000 + number)[1:]]


@pytest.mark.parametrize("code", [" ", "\n\t", -1, -12345])
def test_what_cannot_be_a_code(code):
    assert shelf_labels([8, "x"]) == ["0008", "X"]
    with pytest.raises(ValueError):
        shelf_labels([code, 8])


@pytest.mark.parametrize("code", [True, False, 2.0, b"x", ["x"]])
def test_other_kinds(code):
    assert shelf_labels([8, "x"]) == ["0008", "X"]
    with pytest.raises(TypeError):
        shelf_labels([8, code])


def test_letters_of_other_scripts():
    assert shelf_labels(["straße é", 1]) == ["STRASSE É", "0001"]
    assert shelf_labels([2, "-1"]) == ["0002", "-1"]


def test_no_codes():
    assert shelf_labels([]) == []
    assert shelf_labels([77]) == ["0077"]
