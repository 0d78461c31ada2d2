"""Conversion between numbers and Roman numerals."""

NUMERALS: dict[int, str] = {
    1000: "M",
    900: "CM",
    500: "D",
    400: "CD",
    100: "C",
    90: "XC",
    50: "L",
    40: "XL",
    10: "X",
    9: "IX",
    5: "V",
    4: "IV",
    1: "I",
}
VALUES: dict[str, int] = {text: value for value, text in NUMERALS.items()}


def to_roman(number: int) -> str:
    """Return a number as a Roman numeral.

    Args:
        number: The number to convert.

    Returns:
        The numeral, in capital letters.
    """
    parts: list[str] = []
    for value, text in NUMERALS.items():
        count, number = divmod(number, value)
        parts.append(text * count)
    return "".join(parts)


def from_roman(text: str) -> int:
    """Return the number that a Roman numeral stands for.

    Args:
        text: The numeral, in capital letters.

    Returns:
        Its value.
    """
    total = 0
    previous = 0
    for letter in reversed(text):
        value = VALUES[letter]
        total += value if value >= previous else -value
        previous = value
    return total
