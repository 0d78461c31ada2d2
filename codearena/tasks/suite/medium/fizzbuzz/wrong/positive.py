def fizzbuzz(first, last):
    result = []
    for number in range(max(first, 1), last + 1):
        if number % 15 == 0:
            result.append("FizzBuzz")
        elif number % 5 == 0:
            result.append("Buzz")
        elif number % 3 == 0:
            result.append("Fizz")
        else:
            result.append(str(number))
    return result
