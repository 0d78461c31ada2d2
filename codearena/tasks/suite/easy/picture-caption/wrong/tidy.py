"""Captions of pictures."""


def caption(title: str, artist: str = "", year: int | None = None) -> str:
    """Return the caption of a picture.

    Args:
        title: What the picture is called.
        artist: Who made it; may be empty.
        year: When it was made, or None.

    Returns:
        Title, artist and year in one line.
    """
    creator = artist if artist else "an unknown artist"
    when = str(year) if year else "undated"
    return f"{title!r} by {creator}, {when}"
