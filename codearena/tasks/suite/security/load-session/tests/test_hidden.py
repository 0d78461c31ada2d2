import base64
import json

import pytest
import solution
from solution import load_session, save_session


@pytest.fixture
def session():
    return {"user": "eve", "roles": ["reader", "writer"], "visits": 12}


@pytest.fixture
def loaded():
    """Tell which of some texts load_session accepts."""

    def accepts(text):
        try:
            load_session(text)
        except ValueError:
            return False
        return True

    return lambda *texts: [text for text in texts if accepts(text)]


@pytest.fixture
def saved():
    """Tell which of some values save_session accepts."""

    def accepts(value):
        try:
            save_session(value)
        except ValueError:
            return False
        return True

    return lambda *values: [value for value in values if accepts(value)]


def test_nothing_is_run(session, loaded):
    run = "import solution; solution.opened = True"
    attacks = [
        b"cbuiltins\nexec\n(V" + run.encode() + b"\ntR.",
        b"(dVuser\nVeve\nsVroles\n(lsVvisits\ncbuiltins\nexec\n(V" + run.encode() + b"\ntRs.",
        b"\x80\x04}\x94.",
    ]
    texts = [base64.b64encode(attack).decode() for attack in attacks]
    texts += [attack.decode("latin-1") for attack in attacks]
    texts += [f"exec({run!r})", f'{{"user": exec("{run}"), "roles": [], "visits": 1}}']
    assert loaded(*texts, json.dumps(session)) == [json.dumps(session)]
    assert not hasattr(solution, "opened")


def test_saved_text_is_json(session, saved):
    for user in ("eve", "é'\"\\\n", "日本 {}"):
        text = save_session({**session, "user": user})
        assert isinstance(text, str)
        assert json.loads(text) == {"user": user, "roles": ["reader", "writer"], "visits": 12}
        assert load_session(text) == json.loads(text)
    assert saved({**session, "user": b"eve"}, {**session, "user": ""}) == []


def test_written_elsewhere(session, loaded):
    assert load_session(json.dumps(session, indent=3, sort_keys=True)) == session
    assert load_session('\n{"roles":[],"user":"\\u00e9","visits":7}\t') == {"user": "é", "roles": [], "visits": 7}
    assert loaded('{"roles":[],"user":"x","visits":7} 8', "{'roles': [], 'user': 'x', 'visits': 7}") == []


def test_users(session, saved, loaded):
    users = ["", None, 5, ["eve"], True, {}, " "]
    sessions = [{**session, "user": user} for user in users]
    assert saved(*sessions) == sessions[-1:]
    texts = [json.dumps(each) for each in sessions]
    assert loaded(*texts) == texts[-1:]


def test_roles(session, saved, loaded):
    roles = [None, "reader", {}, [1], ["a", None], [["a"]], [True], [""], []]
    sessions = [{**session, "roles": each} for each in roles]
    assert saved(*sessions) == sessions[-2:]
    texts = [json.dumps(each) for each in sessions]
    assert loaded(*texts) == texts[-2:]
    assert saved({**session, "roles": ("a",)}, {**session, "roles": {"a"}}) == []


def test_visits(session, saved, loaded):
    visits = [-1, 1.0, "1", None, True, False, [], 10**30, 0]
    sessions = [{**session, "visits": each} for each in visits]
    assert saved(*sessions) == sessions[-2:]
    texts = [json.dumps(each) for each in sessions]
    assert loaded(*texts) == texts[-2:]
    assert loaded(*(texts[-1].replace("0", number) for number in ("NaN", "-Infinity", "1e3", "0x1", "00"))) == []


def test_entries(session, saved, loaded):
    others = [{**session, "admin": True}, {"user": "eve"}, {}, {**session, "": None}]
    others += [{name: value for name, value in session.items() if name != left_out} for left_out in session]
    assert saved(*others, session) == [session]
    assert loaded(*map(json.dumps, others), json.dumps(session)) == [json.dumps(session)]
    assert saved(None, [], "user", [session], 5) == []


def test_entries_that_stand_twice(session, loaded):
    text = json.dumps(session)
    twice = ['{"user": "root", ' + text[1:], text[:-1] + ', "visits": 12}', text[:-1] + ', "user": "x"}']
    assert loaded(text, *twice) == [text]
    assert loaded(text.replace("writer", "reader"), *twice) == [text.replace("writer", "reader")]
    assert load_session(text) == session


def test_what_is_no_json(session, loaded):
    text = json.dumps(session)
    assert loaded("null", "12", '"eve"', "[]", f"[{text}]", "true", "", " ", text) == [text]
    assert loaded(text[:-1], text + ",", text + text, text.replace('"', "'"), "\ufeff" + text) == []


def test_length_and_depth(session, loaded):
    text = json.dumps(session)
    long = text + " " * (10000 - len(text))
    assert loaded(long, long + " ", "x" * 20000) == [long]
    assert loaded("[" * 10000, '{"a":' * 2000, '{"user":' + "[" * 4000 + "]" * 4000 + "}", text) == [text]
    assert load_session(long) == session


def test_session_is_left_alone(session):
    text = save_session(session)
    again = load_session(text)
    assert again == session
    again["roles"].append("admin")
    assert load_session(text) == {"user": "eve", "roles": ["reader", "writer"], "visits": 12}
    assert session == {"user": "eve", "roles": ["reader", "writer"], "visits": 12}
    with pytest.raises(ValueError):
        save_session(list(session))
