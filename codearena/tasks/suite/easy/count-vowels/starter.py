VOWELS = "aeiou"


def count_vowels(text):
    """Return how many characters of text are vowels."""
    count = 0
    for character in text.lower()
        if character in VOWELS:
            count += 1
    return count
