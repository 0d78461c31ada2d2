import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TOKENS = st.text("abAB-é1", min_size=1, max_size=6)
LISTS = st.lists(st.text("ab 1", max_size=3), max_size=4).map(",".join)
HEADERS = st.none() | st.builds(
    "{}{}".format, st.sampled_from(["Bearer ", "bEARER ", "Basic ", "Bearer", ""]), st.text("ab 1,", max_size=4)
)


def answer_or_error(function, header, environment):
    try:
        return function(header, environment)
    except ValueError:
        return ValueError


@given(HEADERS, LISTS)
def test_same_as_the_reference(header, listed):
    environment = {"ACCESS_TOKENS": listed}
    expected = answer_or_error(reference.is_authorized, header, environment)
    assert answer_or_error(solution.is_authorized, header, environment) is expected


@given(st.lists(TOKENS, min_size=1, max_size=4), TOKENS)
def test_the_tokens_of_the_list_and_no_others(tokens, other):
    environment = {"ACCESS_TOKENS": " , ".join(tokens)}
    assert all(solution.is_authorized(f"Bearer {token}", environment) is True for token in tokens)
    assert solution.is_authorized(f"Bearer {other}", environment) is (other in tokens)
    assert solution.is_authorized(f"Bearer {tokens[0]}!", environment) is False
    assert answer_or_error(solution.is_authorized, f"Bearer {other}", {"TOKENS": other}) is ValueError
