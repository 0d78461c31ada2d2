def is_palindrome(text):
    """Cut one character off at a time, copying the rest: quadratic."""
    text = text.casefold()
    while len(text) > 1:
        if not text[0].isalnum():
            text = text[1:]
        elif not text[-1].isalnum():
            text = text[:-1]
        elif text[0] == text[-1]:
            text = text[1:-1]
        else:
            return False
    return True
