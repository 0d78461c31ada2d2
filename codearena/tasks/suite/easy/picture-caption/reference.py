"""Captions of pictures."""


def caption(title: str, artist: str = "", year: int | None = None) -> str:
    """Return the caption of a picture: title, artist and year.

    >>> print(caption("The Kiss", "Gustav Klimt", 1908))
    "The Kiss" by Gustav Klimt, 1908
    """
    quoted = title.replace('"', "'")
    return f'"{quoted}" by {artist or "an unknown artist"}, {_written(year)}'


def _written(year: int | None) -> str:
    """Return how a year is written."""
    if year is None:
        return "undated"
    return f"{-year} BC" if year < 0 else str(year)
