"""The counting game."""


def fizzbuzz(first: int, last: int) -> list[str]:
    """Return what is said for each number from first to last, both included.

    >>> fizzbuzz(14, 16)
    ['14', 'FizzBuzz', '16']
    """
    return [_word(number) for number in range(first, last + 1)]


def _word(number: int) -> str:
    """Return what is said for one number."""
    if number % 15 == 0:
        return "FizzBuzz"
    if number % 3 == 0:
        return "Fizz"
    if number % 5 == 0:
        return "Buzz"
    return str(number)
