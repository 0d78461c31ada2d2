QUOTES = str.maketrans({'"': "'"})


def caption(title, artist="", year=None):
    when = "undated" if year is None else "%d BC" % -year if year < 0 else "%d" % year
    return '"%s" by %s, %s' % (title.translate(QUOTES), artist or "an unknown artist", when)
