import json

import pytest
from solution import load_session, save_session

IDA = {"user": "ida", "roles": ["admin"], "visits": 3}
BO = '{"visits": 0, "roles": [], "user": "bo"}'


def test_save_and_load():
    assert json.loads(save_session(IDA)) == IDA
    assert load_session(save_session(IDA)) == IDA
    assert load_session(BO) == {"user": "bo", "roles": [], "visits": 0}


def test_pickles_are_refused():
    with pytest.raises(ValueError):
        load_session("Y2J1aWx0aW5zCmxlbgooVmFiYwp0Ui4=")
    assert load_session(BO) == {"user": "bo", "roles": [], "visits": 0}


def test_what_is_no_session():
    for session in ({}, {**IDA, "visits": True}, {**IDA, "more": 1}, {**IDA, "roles": ("admin",)}):
        with pytest.raises(ValueError):
            save_session(session)
    assert json.loads(save_session(IDA)) == IDA


def test_texts_that_are_no_session():
    for text in ("", "[]", '{"user": "bo"}', '{"user": "", "roles": [], "visits": 0}', "[" * 9999):
        with pytest.raises(ValueError):
            load_session(text)
    assert load_session(BO) == {"user": "bo", "roles": [], "visits": 0}
