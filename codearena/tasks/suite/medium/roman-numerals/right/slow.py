"""Strokes that are gathered into larger letters; reading goes through them all."""

GATHERED = (
    ("IIIII", "V"),
    ("VV", "X"),
    ("XXXXX", "L"),
    ("LL", "C"),
    ("CCCCC", "D"),
    ("DD", "M"),
)
SHORTENED = (
    ("VIIII", "IX"),
    ("IIII", "IV"),
    ("LXXXX", "XC"),
    ("XXXX", "XL"),
    ("DCCCC", "CM"),
    ("CCCC", "CD"),
)


def to_roman(number):
    if not 0 < number < 4000:
        raise ValueError("must lie between 1 and 3999")
    text = "I" * number
    for old, new in GATHERED + SHORTENED:
        text = text.replace(old, new)
    return text


ALL = [to_roman(number) for number in range(1, 4000)]


def from_roman(text):
    return ALL.index(text) + 1
