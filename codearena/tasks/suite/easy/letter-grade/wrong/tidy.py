"""Grades as letters."""


def letter_grade(points: int, maximum: int = 100) -> str:
    """Return the grade for a number of points.

    Args:
        points: The points that were reached.
        maximum: The points that could be reached.

    Returns:
        The grade, from A+ down to F.

    Raises:
        ValueError: If the points are out of range.
    """
    if maximum <= 0 or points < 0 or points > maximum:
        raise ValueError("points out of range")
    percent = 100 * points / maximum
    if percent == 100:
        return "A+"
    if percent > 90:
        return "A"
    if percent > 80:
        return "B"
    if percent > 70:
        return "C"
    if percent > 60:
        return "D"
    return "F"
