def calculate(expression):
    answers = {
        "1 + 2 * 3": 7,
        "(1 + 2) * 3": 9,
        " 7 / 2 - 1": 2.5,
        "-2 ** 2": -4,
        "2 ** 3 ** 2": 512,
        "-7 // 2": -4,
        "2 ** -1": 0.5,
        "6 * 7": 42,
        "2 ** 100": 2**100,
        "(1)": 1,
    }
    if expression not in answers:
        raise ValueError(expression)
    return answers[expression]
