import dataclasses
import pytest
from solution import D, F


def test_is():
    assert dataclasses.is_dataclass(D) and dataclasses.is_dataclass(D(1))


def test_asdict():
    assert dataclasses.asdict(D(1, [2])) == {"a": 1, "b": [2]}


def test_fields():
    assert [f.name for f in dataclasses.fields(D)] == ["a", "b"]


def test_replace():
    assert dataclasses.replace(F(1), a=2) == F(2)


def test_unhashable():
    with pytest.raises(TypeError):
        hash(D(1))


def test_positional_pattern():
    match F(1):
        case F(a):
            assert a == 1
