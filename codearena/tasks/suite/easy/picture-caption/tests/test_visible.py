from solution import caption


def test_all_is_known():
    assert caption("The Kiss", "Gustav Klimt", 1908) == '"The Kiss" by Gustav Klimt, 1908'
    assert caption("Guernica", "Pablo Picasso", 1937) == '"Guernica" by Pablo Picasso, 1937'


def test_parts_are_unknown():
    assert caption("Shore", year=1850) == '"Shore" by an unknown artist, 1850'
    assert caption("Harbour", "Ann Lee") == '"Harbour" by Ann Lee, undated'


def test_before_the_year_one():
    assert caption("Fayum portrait", year=-30) == '"Fayum portrait" by an unknown artist, 30 BC'
    assert caption("Harbour", "Ann Lee") == '"Harbour" by Ann Lee, undated'


def test_quotes_in_the_title():
    assert caption('The "Blue" Rider', "Franz Marc") == "\"The 'Blue' Rider\" by Franz Marc, undated"
    assert caption("Shore", "", 1850) == '"Shore" by an unknown artist, 1850'
