def run_lengths(text):
    """Cut one run after another off the front; each cut copies the rest."""
    runs = []
    while text:
        rest = text.lstrip(text[0])
        runs.append((text[0], len(text) - len(rest)))
        text = rest
    return runs
