"""Roman numerals from 1 to 3999."""

_PARTS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int) -> str:
    """Return the Roman numeral of a number.

    Raises ValueError for a number below 1 or above 3999.

    >>> to_roman(1994)
    'MCMXCIV'
    """
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, letters in _PARTS:
        count, number = divmod(number, value)
        numeral += count * letters
    return numeral


def from_roman(text: str) -> int:
    """Return the number that a Roman numeral stands for.

    Raises ValueError for a text that to_roman never returns.

    >>> from_roman("XLII")
    42
    """
    total = position = 0
    for value, letters in _PARTS:
        while text.startswith(letters, position):
            total += value
            position += len(letters)
    # Writing it again tells whether each part stood in its place.
    if to_roman(total) != text:
        raise ValueError(f"{text!r} is no Roman numeral")
    return total
