def letter_grade(points, maximum=100):
    if maximum <= 0 or points < 0 or points > maximum:
        raise ValueError("points out of range")
    percent = round(100 * points / maximum)
    for limit, grade in (100, "A+"), (90, "A"), (80, "B"), (70, "C"), (60, "D"):
        if percent >= limit:
            return grade
    return "F"
