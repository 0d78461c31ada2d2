def longest_unique(text):
    """Extend a part from every start, looking it through each time: cubic."""
    best = ""
    for start in range(len(text)):
        part = ""
        for char in text[start:]:
            if char in part:
                break
            part = part + char
        if len(part) > len(best):
            best = part
    return best
