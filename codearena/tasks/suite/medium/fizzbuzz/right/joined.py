WORDS = {3: "Fizz", 5: "Buzz"}


def fizzbuzz(first, last):
    return [
        "".join(word for factor, word in WORDS.items() if number % factor == 0)
        or str(number)
        for number in range(first, last + 1)
    ]
