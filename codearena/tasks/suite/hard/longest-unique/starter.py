def longest_unique(text):
    """Return the first longest part of text without a repeated character."""
    best = ""
    for start in range(len(text)):
        for end in range(start + 1, len(text)):
            part = text[start:end]
            if len(set(part)) == len(part) and len(part) >= len(best):
                best = part
    return best
