from unittest import mock
from solution import Model


def test_patch(monkeypatch):
    monkeypatch.setattr(Model, "method", lambda self: "fake")
    assert Model().method() == "fake"


def test_back():
    assert Model().method() == "m"
