"""Runs of more than nine are split, so that one digit is always enough."""


def encode(text):
    code = ""
    while text:
        if text[0].isdigit():
            raise ValueError(text[0])
        count = 1
        while count < 9 and text[count : count + 1] == text[0]:
            count += 1
        code += (str(count) if count > 1 else "") + text[0]
        text = text[count:]
    return code


def decode(code):
    text = ""
    for before, char in zip(" " + code, code):
        if not char.isdigit():
            text += char * (int(before) if before.isdigit() else 1)
    return text
