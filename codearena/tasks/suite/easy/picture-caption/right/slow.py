def caption(title, artist="", year=None):
    """Build the text one character at a time; every step copies what is there."""
    text = '"'
    for character in title:
        text = text + ("'" if character == '"' else character)
    text = text + '" by '
    for character in artist if artist else "an unknown artist":
        text = text + character
    text = text + ", "
    if year is None:
        return text + "undated"
    if year < 0:
        return text + str(abs(year)) + " BC"
    return text + str(year)
