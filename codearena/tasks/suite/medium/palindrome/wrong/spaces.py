def is_palindrome(text):
    text = "".join(text.lower().split())
    return text == "".join(reversed(text))
