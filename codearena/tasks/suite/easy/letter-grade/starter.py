def letter_grade(points, maximum=100):
    """Return the grade for points out of maximum."""
    if maximum <= 0 or points < 0 or points > maximum:
        raise ValueError("points must lie between 0 and maximum")
    if points = maximum:
        return "A+"
    for limit, grade in (90, "A"), (80, "B"), (70, "C"), (60, "D"):
        if 100 * points >= limit * maximum:
            return grade
    return "F"
