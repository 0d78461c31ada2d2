def group_words(words):
    groups = {}
    for word in words:
        letter = word[:1].lower() if word[:1].isalpha() else "#"
        groups[letter] = [word]
    return groups
