PAIRS = {")": "(", "]": "[", "}": "{"}


def first_error(text):
    """Return the index of the first wrong bracket, or -1."""
    opened = []
    for index, char in enumerate(text):
        if char in PAIRS.values():
            opened.append(char)
        elif char in PAIRS and opened.pop() != PAIRS[char]:
            return index
    return -1
