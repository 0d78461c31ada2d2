"""Both directions as generators that see one character at a time."""


def encode(text):
    return "".join(coded(text))


def coded(text):
    last, count = "", 0
    for char in text:
        if "0" <= char <= "9":
            raise ValueError(f"cannot encode {char!r}")
        if char != last:
            yield from run(last, count)
            last, count = char, 0
        count += 1
    yield from run(last, count)


def run(char, count):
    if count > 1:
        yield str(count)
    if count:
        yield char


def decode(code):
    return "".join(decoded(code))


def decoded(code):
    count = 0
    for char in code:
        if "0" <= char <= "9":
            count = 10 * count + int(char)
        else:
            yield char * (count or 1)
            count = 0
