def fizzbuzz(first, last):
    """Return what is said for each number from first to last."""
    result = []
    for number in range(first, last):
        if number % 3 == 0:
            result.append("Fizz")
        elif number % 5 == 0:
            result.append("Buzz")
        elif number % 3 == 0 and number % 5 == 0:
            result.append("FizzBuzz")
        else:
            result.append(str(number))
    return result
