def first_error(text):
    expected = []
    for index, char in enumerate(text):
        if char in "([{":
            expected.append(")]}"["([{".index(char)])
        elif char in ")]}":
            if not expected or expected.pop() != char:
                return index
    if expected:
        return min(text.find(char) for char in "([{" if char in text)
    return -1
