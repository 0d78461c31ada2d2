import pytest
from solution import caption


@pytest.fixture
def parts():
    """Return title, artist and year as they stand in a caption."""

    def of(*picture):
        title, rest = caption(*picture).rsplit('" by ', 1)
        return [title.removeprefix('"'), *rest.rsplit(", ", 1)]

    return of


@pytest.mark.parametrize(
    ("year", "expected"),
    [(-1, "1 BC"), (0, "0"), (-12000, "12000 BC"), (1, "1")],
)
def test_years(parts, year, expected):
    assert parts("Horse", "Painter of Lascaux", year) == ["Horse", "Painter of Lascaux", expected]
    assert caption("Horse", year=year) == f'"Horse" by an unknown artist, {expected}'
    assert parts("Horse", "", None) == ["Horse", "an unknown artist", "undated"]


def test_single_quotes_stay(parts):
    assert caption("It's late", "O'Keeffe", 1920) == "\"It's late\" by O'Keeffe, 1920"
    assert parts("'", "D'Arcy", 0) == ["'", "D'Arcy", "0"]


def test_only_quotes(parts):
    assert caption('"', "Ann Lee", 1999) == '"\'" by Ann Lee, 1999'
    assert parts('""', "", -5) == ["''", "an unknown artist", "5 BC"]


def test_quotes_of_the_artist_stay():
    assert caption("Leap", 'Ann "Lee" Ray', -3) == '"Leap" by Ann "Lee" Ray, 3 BC'
    assert caption('"Leap"', '"Lee"', 1951) == "\"'Leap'\" by \"Lee\", 1951"


def test_braces_and_percent_signs(parts):
    assert caption("{year}", "{artist}", -700) == '"{year}" by {artist}, 700 BC'
    assert parts("100 % {0} %s", "%d", 2001) == ["100 % {0} %s", "%d", "2001"]


def test_backslashes_and_accents(parts):
    assert caption("a\\b", "Dürer", 1514) == '"a\\b" by Dürer, 1514'
    assert parts("\\", "é\n", -1) == ["\\", "é\n", "1 BC"]


def test_empty_title():
    assert caption("", "", -8) == '"" by an unknown artist, 8 BC'
    assert caption("", "Ann Lee", 0) == '"" by Ann Lee, 0'


def test_commas_and_words_like_by():
    assert caption("Day by day, 1", "A, B", -2) == '"Day by day, 1" by A, B, 2 BC'
    assert caption(' by "x", ', "by", 7) == "\" by 'x', \" by by, 7"
