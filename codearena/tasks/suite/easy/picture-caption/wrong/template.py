def caption(title, artist="", year=None):
    when = year or "undated"
    return '"{}" by {}, {}'.format(title.replace('"', "\\'"), artist or "an unknown artist", when)
