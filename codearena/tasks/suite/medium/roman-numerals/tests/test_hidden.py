import pytest
from solution import from_roman, to_roman


@pytest.fixture
def refused():
    """Tell which of some texts raise ValueError."""

    def raises(text):
        try:
            from_roman(text)
        except ValueError:
            return True
        return False

    return lambda *texts: [text for text in texts if raises(text)]


def test_first_ten():
    expected = "I II III IV V VI VII VIII IX X".split()
    assert [to_roman(number) for number in range(1, 11)] == expected
    assert [from_roman(text) for text in expected] == list(range(1, 11))


@pytest.mark.parametrize(
    ("number", "text"), [(444, "CDXLIV"), (999, "CMXCIX"), (3888, "MMMDCCCLXXXVIII")]
)
def test_both_directions(number, text):
    assert to_roman(number) == text
    assert from_roman(text) == number
    assert from_roman("M") == 1000


def test_round_trip():
    numbers = range(1, 4000, 83)
    assert [from_roman(to_roman(number)) for number in numbers] == list(numbers)
    assert to_roman(84) == "LXXXIV"
    assert len({to_roman(number) for number in numbers}) == len(numbers)


def test_too_many_letters(refused):
    texts = ("IIIII", "VV", "XXXX", "LL", "CCCC", "DD", "MMMM", "IXIX")
    assert refused("III", *texts, "XXX") == list(texts)
    assert from_roman("CCC") == 300
    assert from_roman("CD") == 400


def test_letters_in_the_wrong_order(refused):
    texts = ("IL", "IM", "XD", "VL", "LC", "IIX", "IVI", "IXI", "CMD", "XCL")
    assert refused("XC", *texts, "XCV") == list(texts)
    assert from_roman("XCV") == 95
    assert from_roman("LXV") == 65


def test_other_characters(refused):
    texts = (" X", "X\n", "Xi", "10", "A", "X I")
    assert refused(*texts, "X") == list(texts)
    assert from_roman("XI") == 11
    assert from_roman("IX") == 9


def test_limits(refused):
    for number in (-1, 0, 4000, 10000):
        with pytest.raises(ValueError):
            to_roman(number)
    assert to_roman(3999) == "MMMCMXCIX"
    assert to_roman(1) == "I"
    assert refused("", "MMMCMXCIX") == [""]
