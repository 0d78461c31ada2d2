"""Grades as letters."""

_GRADES = ((100, "A+"), (90, "A"), (80, "B"), (70, "C"), (60, "D"), (0, "F"))


def letter_grade(points: int, maximum: int = 100) -> str:
    """Return the grade for points out of maximum.

    Raises ValueError unless 0 <= points <= maximum and maximum is positive.

    >>> letter_grade(90)
    'A'
    """
    if maximum <= 0:
        raise ValueError(f"maximum is {maximum}, not positive")
    if not 0 <= points <= maximum:
        raise ValueError(f"{points} points do not lie between 0 and {maximum}")
    # Compared as products, since a quotient would be rounded.
    return next(grade for percent, grade in _GRADES if 100 * points >= percent * maximum)
