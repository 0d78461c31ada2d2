from itertools import groupby


def letter(word):
    for first in word:
        return first.lower() if first.isalpha() else "#"
    return "#"


def group_words(words):
    return {key: list(group) for key, group in groupby(sorted(words, key=letter), key=letter)}
