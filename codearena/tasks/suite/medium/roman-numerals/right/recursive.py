STEPS = list(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "M CM D CD C XC L XL X IX V IV I".split(),
    )
)


def write(number):
    for value, letters in STEPS:
        if value <= number:
            return letters + write(number - value)
    return ""


def to_roman(number):
    if number < 1 or number > 3999:
        raise ValueError(str(number))
    return write(number)


def from_roman(text):
    number = read(text)
    if number < 1 or number > 3999 or write(number) != text:
        raise ValueError(text)
    return number


def read(text):
    for value, letters in STEPS:
        if text.startswith(letters):
            return value + read(text[len(letters) :])
    return 0
