PAIRS = {"(": ")", "[": "]", "{": "}"}


def first_error(text):
    stack = []
    for index, char in enumerate(text):
        if char in PAIRS:
            stack.append((PAIRS[char], index))
        elif char in PAIRS.values():
            if not stack or stack.pop()[0] != char:
                return index
    return stack[-1][1] if stack else -1
