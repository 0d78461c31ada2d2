import json

import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

CHARACTERS = "ab\"'\\{}, é\n😀"
SESSIONS = st.builds(
    lambda user, roles, visits: {"user": user, "roles": roles, "visits": visits},
    st.text(CHARACTERS, min_size=1, max_size=6),
    st.lists(st.text(CHARACTERS, max_size=4), max_size=3),
    st.integers(0, 10**20),
)
OTHERS = st.sampled_from([None, True, False, -1, 0, 2.0, "", "a", [], ["a"], [0]])
NO_SESSIONS = OTHERS | st.dictionaries(st.sampled_from(["user", "roles", "visits", "admin"]), OTHERS, max_size=4)


def session_or_error(function, argument):
    try:
        return function(argument)
    except ValueError:
        return ValueError


@given(SESSIONS)
def test_what_was_saved_is_loaded(session):
    text = solution.save_session(dict(session))
    assert json.loads(text) == session
    assert solution.load_session(text) == session
    assert solution.load_session(json.dumps(session, indent=3, ensure_ascii=False)) == session


@given(NO_SESSIONS | SESSIONS)
def test_same_as_the_reference(value):
    expected = session_or_error(reference.load_session, json.dumps(value))
    assert session_or_error(solution.load_session, json.dumps(value)) == expected
    saved = session_or_error(solution.save_session, value)
    assert (saved is ValueError) == (expected is ValueError)


@given(SESSIONS, st.sampled_from(["user", "roles", "visits"]))
def test_one_entry_less_more_or_twice(session, name):
    text = json.dumps(session)
    assert solution.load_session(text) == session
    twice = f"{text[:-1]}, {json.dumps(name)}: {json.dumps(session[name])}}}"
    more = f'{text[:-1]}, "more": 1}}'
    for changed in (twice, more, f"[{text}]", text[:-1]):
        assert session_or_error(solution.load_session, changed) is ValueError
    without = {key: each for key, each in session.items() if key != name}
    assert session_or_error(solution.save_session, without) is ValueError
