def encode(text):
    """Cut off one run at a time and copy the rest: quadratic."""
    for digit in "0123456789":
        if digit in text:
            raise ValueError("digit in text")
    code = ""
    while text:
        rest = text.lstrip(text[0])
        length = len(text) - len(rest)
        code = code + (str(length) if length > 1 else "") + text[0]
        text = rest
    return code


def decode(code):
    text = ""
    while code:
        rest = code.lstrip("0123456789")
        length = code[: len(code) - len(rest)]
        for _ in range(int(length) if length else 1):
            text = text + rest[0]
        code = rest[1:]
    return text
