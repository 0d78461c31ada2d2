def letter_grade(points, maximum=100):
    """Count up, one percent after another, to the last one that was reached."""
    if maximum < 1 or points not in range(maximum + 1):
        raise ValueError("points out of range")
    reached = 0
    while reached < 100 and (reached + 1) * maximum <= 100 * points:
        reached += 1
    return grade_of(reached)


def grade_of(percent):
    if percent == 100:
        return "A+"
    if percent >= 90:
        return "A"
    if percent >= 80:
        return "B"
    if percent >= 70:
        return "C"
    if percent >= 60:
        return "D"
    return "F"
