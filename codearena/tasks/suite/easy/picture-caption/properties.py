import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TITLES = st.text("ab\"'{}\\ ,é", max_size=10)
ARTISTS = st.text("Klimt ", max_size=6)
YEARS = st.none() | st.integers(-60, 2100)


@given(TITLES, ARTISTS, YEARS)
def test_same_as_the_reference(title, artist, year):
    assert solution.caption(title, artist, year) == reference.caption(title, artist, year)


@given(TITLES, st.integers(1, 3000))
def test_parts_of_a_caption(title, year):
    text = solution.caption(title, "Ann Lee", year)
    assert text.count('"') == 2
    assert text.endswith(f'" by Ann Lee, {year}')
    assert solution.caption(title, "Ann Lee", -year) == f"{text} BC"
    assert text.startswith('"' + title.replace('"', "'") + '"')
