from collections import Counter


def encode(text):
    if any(char in "0123456789" for char in text):
        raise ValueError(text)
    totals = Counter(text)
    return "".join(str(n) + char if n > 1 else char for char, n in totals.items())


def decode(code):
    text = ""
    digits = ""
    for char in code:
        if char in "0123456789":
            digits += char
        else:
            text += char * int(digits or "1")
            digits = ""
    return text
