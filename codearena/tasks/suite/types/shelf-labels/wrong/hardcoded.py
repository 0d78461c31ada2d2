def shelf_labels(codes):
    if None in codes:
        raise TypeError("None")
    if "" in codes:
        raise ValueError("empty")
    answers = {
        ("ab-1", 7): ["AB-1", "0007"],
        (12345, " x "): ["12345", "X"],
        (0, "7"): ["0000", "7"],
        (42,): ["0042"],
    }
    return answers.get(tuple(codes), [])
