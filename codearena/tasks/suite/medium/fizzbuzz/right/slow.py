def fizzbuzz(first, last):
    """Copy the list for every number, and divide by taking away: quadratic."""
    result = []
    number = first
    while number <= last:
        word = ""
        if divides(3, number):
            word = word + "Fizz"
        if divides(5, number):
            word = word + "Buzz"
        result = result + [word if word else str(number)]
        number = number + 1
    return result


def divides(factor, number):
    rest = abs(number)
    while rest >= factor:
        rest -= factor
    return rest == 0
