import pytest
from solution import from_roman, to_roman


def test_writing():
    assert to_roman(1994) == "MCMXCIV"
    assert to_roman(8) == "VIII"
    assert to_roman(3999) == "MMMCMXCIX"


def test_reading():
    assert from_roman("XLII") == 42
    assert from_roman("MCMXCIV") == 1994
    assert from_roman("I") == 1


def test_numbers_without_a_numeral():
    for number in (0, 4000, -5):
        with pytest.raises(ValueError):
            to_roman(number)
    assert to_roman(1) == "I"


def test_texts_that_are_no_numeral():
    for text in ("", "IIII", "VX", "IC", "XIX ", "xix"):
        with pytest.raises(ValueError):
            from_roman(text)
    assert from_roman("XIX") == 19
