VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
PAIRS = {"CM": 900, "CD": 400, "XC": 90, "XL": 40, "IX": 9, "IV": 4}


def to_roman(number):
    """Return the Roman numeral of a number from 1 to 3999."""
    result = ""
    for letters, value in (VALUES | PAIRS).items():
        while number >= value:
            result += letters
            number -= value
    return result


def from_roman(text):
    """Return the number that a Roman numeral stands for."""
    total = 0
    for i in range(len(text) - 1):
        if VALUES[text[i]] < VALUES[text[i + 1]]:
            total -= VALUES[text[i]]
        else:
            total += VALUES[text[i]]
    return total
