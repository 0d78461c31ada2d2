def letter(word):
    return word[0].lower() if word and word[0].isalpha() else "#"


def group_words(words):
    """Go through all words once for each of them: quadratic."""
    return {letter(word): [other for other in words if letter(other) == letter(word)] for word in words}
