def count_vowels(text):
    """Look at the first character, and let a copy of the rest count itself: quadratic."""
    count = 0
    while text:
        count += int(text[0] in "aeiouAEIOU")
        text = text[1:]
    return count
