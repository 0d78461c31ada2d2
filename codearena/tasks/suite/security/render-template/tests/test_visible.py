import pytest
from solution import render


def test_fields():
    assert render("Dear {user}!", {"user": "Ida"}) == "Dear Ida!"
    assert render("{a}{{b}}{a}", {"a": 1, "b": 2}) == "1{b}1"
    with pytest.raises(ValueError):
        render("Dear {user}!", {})


def test_reaching_into_the_program():
    for template in ("{a.__class__}", "{a.real}", "{a[0]}", "{a!r}"):
        with pytest.raises(ValueError):
            render(template, {"a": 1})
    assert render("Dear {user}!", {"user": "Ida"}) == "Dear Ida!"


def test_values_are_no_templates():
    assert render("{a}", {"a": "{b}", "b": "secret"}) == "{b}"
    assert render("{{{user}}}", {"user": "Bo"}) == "{Bo}"
    with pytest.raises(ValueError):
        render("{a:{b}}", {"a": 1, "b": 2})


def test_formats():
    for template in ("{a:>30}", "{a:}", "{}", "{0}", "{ a }", "{a", "a}"):
        with pytest.raises(ValueError):
            render(template, {"a": 1})
    assert render("{a}{{b}}{a}", {"a": 1}) == "1{b}1"
