import pytest
from solution import Stack, EmptyStack


@pytest.fixture
def st():
    return Stack([1, 2])


def test_chain(st):
    assert st.push(3).push(4).pop() == 4


def test_len(st):
    assert len(st) == 2 and st


def test_iter(st):
    assert list(st) == [2, 1]


def test_exc():
    with pytest.raises(EmptyStack, match="empty"):
        Stack().pop()


def test_exc_base():
    with pytest.raises(IndexError):
        Stack().pop()


def test_bool():
    assert not Stack()


def test_isinstance(st):
    assert isinstance(st, Stack)
