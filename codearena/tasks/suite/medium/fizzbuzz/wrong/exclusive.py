def fizzbuzz(first, last):
    result = []
    for number in range(first, last):
        word = ""
        if number % 3 == 0:
            word += "Fizz"
        if number % 5 == 0:
            word += "Buzz"
        result.append(word or str(number))
    return result
