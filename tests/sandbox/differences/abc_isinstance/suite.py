import collections.abc
import types
from solution import Seq, Map, gen


def test_sequence():
    assert isinstance(Seq([1]), collections.abc.Sequence)


def test_mapping():
    assert isinstance(Map(), collections.abc.Mapping) and Map(a=1) == {"a": 1}


def test_generator():
    assert isinstance(gen(), types.GeneratorType)


def test_iterator():
    assert isinstance(gen(), collections.abc.Iterator)
