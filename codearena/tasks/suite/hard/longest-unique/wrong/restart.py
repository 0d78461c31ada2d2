def longest_unique(text):
    best = part = ""
    for char in text:
        part = char if char in part else part + char
        best = max(best, part, key=len)
    return best
