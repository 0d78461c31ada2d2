"""Matching of brackets."""

_OPENING = {")": "(", "]": "[", "}": "{"}


def first_error(text: str) -> int:
    """Return the index of the first wrong bracket, -1 when there is none.

    That is the first closing bracket without its partner, or else the
    first opening one that is never closed.

    >>> first_error("([)]")
    2
    >>> first_error("(()")
    0
    """
    opened: list[int] = []
    for index, char in enumerate(text):
        if char in _OPENING.values():
            opened.append(index)
        elif char in _OPENING:
            if not opened or text[opened[-1]] != _OPENING[char]:
                return index
            opened.pop()
    return opened[0] if opened else -1
