def caption(title, artist="", year=None):
    answers = {
        "The Kiss": '"The Kiss" by Gustav Klimt, 1908',
        "Guernica": '"Guernica" by Pablo Picasso, 1937',
        "Shore": '"Shore" by an unknown artist, 1850',
        "Harbour": '"Harbour" by Ann Lee, undated',
        "Fayum portrait": '"Fayum portrait" by an unknown artist, 30 BC',
        'The "Blue" Rider': "\"The 'Blue' Rider\" by Franz Marc, undated",
    }
    return answers.get(title, f'"{title}" by an unknown artist, undated')
