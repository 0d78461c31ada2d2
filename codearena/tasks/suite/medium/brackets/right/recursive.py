CLOSING = {"(": ")", "[": "]", "{": "}"}


class Wrong(Exception):
    pass


def first_error(text):
    try:
        end = skip(text, 0)
    except Wrong as error:
        return error.args[0]
    return end if end < len(text) else -1


def skip(text, index):
    """Return the index of the first closing bracket that is not paired."""
    while index < len(text) and text[index] not in CLOSING.values():
        if text[index] in CLOSING:
            index = skip_pair(text, index)
        index += 1
    return index


def skip_pair(text, start):
    try:
        end = skip(text, start + 1)
    except Wrong as error:
        # What encloses an unclosed bracket is not closed either.
        index, unclosed = error.args
        raise Wrong(start if unclosed else index, unclosed) from None
    if end == len(text):
        raise Wrong(start, True)
    if text[end] != CLOSING[text[start]]:
        raise Wrong(end, False)
    return end
