from unittest import mock

import pytest

import solution


def test_constant(monkeypatch):
    assert solution.tax(10) == pytest.approx(2)
    monkeypatch.setattr(solution, "RATE", 0.5)
    assert solution.tax(10) == 5


def test_constant_is_back():
    assert solution.RATE == 0.2
    assert solution.tax(100) == pytest.approx(20)


def test_function(monkeypatch):
    monkeypatch.setattr(solution, "now", lambda: 7)
    assert solution.report("a") == "7:unknown"


def test_function_by_name(monkeypatch, capsys):
    seen = []
    monkeypatch.setattr("solution.fetch", lambda key: seen.append(key) or "found")
    assert solution.report("b") == "1000:found"
    assert seen == ["b"]
    assert capsys.readouterr().out == "b=found\n"


def test_mock():
    with mock.patch.object(solution, "fetch", return_value=3) as fetch:
        assert solution.report("c").endswith(":3")
    fetch.assert_called_once_with("c")
    assert solution.report("c").endswith(":unknown")


def test_new_name(monkeypatch):
    monkeypatch.setattr(solution, "EXTRA", 1, raising=False)
    assert solution.EXTRA == 1


def test_new_name_is_gone():
    assert not hasattr(solution, "EXTRA")
