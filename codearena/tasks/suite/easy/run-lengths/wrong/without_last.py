def run_lengths(text):
    runs = []
    length = 1
    for before, character in zip(text, text[1:]):
        if before == character:
            length += 1
        else:
            runs.append((before, length))
            length = 1
    return runs
