def group_words(words):
    """Return the words in lists, by their first letter in lower case."""
    groups = {}
    for word in words:
        letter = word[:1].lower() if word[:1].isalpha() else "#"
        groups.append(letter, word)
    return groups
