def is_palindrome(text):
    """Tell whether text reads the same forwards and backwards."""
    letters = text.lower().replace(" ", "")
    for i in range(len(letters) // 2):
        if letters[i] != letters[-i]:
            return False
    return True
