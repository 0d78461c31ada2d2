import enum
from solution import Color, Level, Word, Perm


def test_isinstance():
    assert isinstance(Color.RED, enum.Enum) and issubclass(Color, enum.Enum)


def test_flag():
    assert Perm.R in Perm.R | Perm.W


def test_int():
    assert max(Level) is Level.HIGH and Level(1).name == "LOW" and Level.LOW < Level.HIGH


def test_identity():
    assert Level.LOW is Level.LOW and Level(1) is Level.LOW


def test_text():
    assert Word.A == "a" and Word("b") is Word.B
