def is_palindrome(text):
    kept = [c for c in text.lower() if c.isalnum()]
    if not kept:
        return True
    return kept[0] == kept[-1]
