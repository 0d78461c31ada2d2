def groups(words):
    return {len(w): [w] for w in words}
