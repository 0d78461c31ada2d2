def two_sum(numbers, target):
    places = {}
    for j, number in enumerate(numbers):
        places[number] = j
        if target - number in places:
            return places[target - number], j
    return None
