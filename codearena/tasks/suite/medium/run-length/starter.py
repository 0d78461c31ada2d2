def encode(text):
    """Write each run of equal characters as its length and the character."""
    code = ""
    count = 1
    for i in range(1, len(text)):
        if text[i] == text[i - 1]:
            count += 1
        else:
            code += str(count) + text[i - 1] if count > 1 else text[i - 1]
            count = 1
    return code


def decode(code):
    """Return the text that was encoded."""
    text = ""
    count = 1
    for char in code:
        if char.isdigit():
            count = int(char)
        else:
            text += count * char
            count = 1
    return text
