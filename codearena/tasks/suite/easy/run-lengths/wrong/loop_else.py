def run_lengths(text):
    """Return each run of equal characters in text with its length."""
    runs = []
    for character in text:
        if runs and runs[-1][0] == character:
            runs[-1] = (character, runs[-1][1] + 1)
    else:
        runs.append((character, 1))
    return runs
