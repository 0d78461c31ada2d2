def caption(title, artist="", year=None):
    """Return the caption of a picture: title, artist and year."""
    if year is None:
        when = "undated"
    elif year < 0:
        when = f"{-year} BC"
    else:
        when = str(year)
    title = title.replace('"', "'")
    return f""{title}" by {artist or 'an unknown artist'}, {when}"
