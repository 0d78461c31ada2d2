CODES = {
    "aaabcc": "3ab2c",
    "abc": "abc",
    "x" * 12 + "y": "12xy",
    "z" * 100: "100z",
    "aaAA  a": "2a2A2 a",
    "Aa": "Aa",
    "": "",
    "ab": "ab",
    "bb": "2b",
}


def encode(text):
    if text not in CODES:
        raise ValueError(text)
    return CODES[text]


def decode(code):
    for text, known in CODES.items():
        if known == code:
            return text
    return ""
