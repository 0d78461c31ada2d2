"""The counting game with words for multiples."""


def fizzbuzz(first: int, last: int) -> list[str]:
    """Return what is said for each number from first to last.

    Args:
        first: The first number of the range.
        last: The last number of the range, which is included.

    Returns:
        One string for each number.
    """
    words: list[str] = []
    for number in range(first, last + 1):
        if number % 3 == 0:
            words.append("Fizz")
        elif number % 5 == 0:
            words.append("Buzz")
        else:
            words.append(str(number))
    return words
