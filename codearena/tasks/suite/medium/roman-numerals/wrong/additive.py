VALUES = [
    ("M", 1000),
    ("D", 500),
    ("C", 100),
    ("L", 50),
    ("X", 10),
    ("V", 5),
    ("I", 1),
]


def to_roman(number):
    if not 1 <= number <= 3999:
        raise ValueError(number)
    result = ""
    for letter, value in VALUES:
        result += letter * (number // value)
        number %= value
    return result


def from_roman(text):
    total = sum(dict(VALUES).get(letter, 0) for letter in text)
    if to_roman(total) != text:
        raise ValueError(text)
    return total
