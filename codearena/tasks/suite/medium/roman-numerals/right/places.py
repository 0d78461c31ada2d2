"""One place of the decimal number after the other, checked by a pattern."""

import re

LETTERS = ("IVX", "XLC", "CDM", "M  ")
FORMS = ("", "0", "00", "000", "01", "1", "10", "100", "1000", "02")
NUMERAL = re.compile("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.ASCII)
VALUES = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))


def to_roman(number):
    if number not in range(1, 4000):
        raise ValueError("out of range")
    digits = reversed(str(number))
    places = [
        "".join(letters[int(i)] for i in FORMS[int(digit)])
        for digit, letters in zip(digits, LETTERS)
    ]
    return "".join(reversed(places))


def from_roman(text):
    if not text or not NUMERAL.fullmatch(text):
        raise ValueError("not a numeral")
    values = [VALUES[letter] for letter in text]
    following = values[1:] + [0]
    return sum(-a if a < b else a for a, b in zip(values, following))
