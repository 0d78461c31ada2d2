def first_error(text):
    """Take out one pair of neighbours at a time: quadratic."""
    left = [(i, char) for i, char in enumerate(text) if char in "()[]{}"]
    at = pair(left)
    while at is not None:
        left = left[:at] + left[at + 2 :]
        at = pair(left)
    for index, char in left:
        if char in ")]}":
            return index
    return left[0][0] if left else -1


def pair(brackets):
    for at in range(len(brackets) - 1):
        if brackets[at][1] + brackets[at + 1][1] in ("()", "[]", "{}"):
            return at
    return None
