def longest_unique(text):
    """Return every character once, in order of appearance."""
    return "".join(dict.fromkeys(text))
