VOWELS = str.maketrans("", "", "aeiouAEIOU")


def count_vowels(text):
    return len(text) - len(text.translate(VOWELS))
