from itertools import cycle, islice


def repeated(word, factor, first):
    """Yield word for every multiple of factor and nothing in between."""
    turn = cycle([word] + [""] * (factor - 1))
    return islice(turn, first % factor, None)


def fizzbuzz(first, last):
    numbers = range(first, last + 1)
    fizzes = repeated("Fizz", 3, first)
    buzzes = repeated("Buzz", 5, first)
    return [
        fizz + buzz or str(number)
        for number, fizz, buzz in zip(numbers, fizzes, buzzes)
    ]
