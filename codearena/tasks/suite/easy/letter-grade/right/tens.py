def letter_grade(points, maximum=100):
    if maximum <= 0 or points < 0 or points > maximum:
        raise ValueError(f"{points} of {maximum}")
    tens = 10 * points // maximum
    return ["D", "C", "B", "A", "A+"][tens - 6] if tens >= 6 else "F"
