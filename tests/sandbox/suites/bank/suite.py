import pytest
from solution import Account, Savings, InsufficientFunds
import solution


def test_prop():
    a = Account("x", 10)
    a.withdraw(3)
    assert a.balance == 7
    with pytest.raises(AttributeError):
        a.balance = 5


def test_exc():
    with pytest.raises(InsufficientFunds) as ei:
        Account("x", 1).withdraw(5)
    assert ei.value.need == 5 and ei.value.have == 1 and "need 5" in str(ei.value)


def test_inh():
    s = Savings("y", 100)
    assert isinstance(s, Account) and issubclass(Savings, Account)
    assert s.interest() == pytest.approx(5.0)


def test_cls():
    assert isinstance(Savings.zero("z"), Savings) and Account.valid(1) and not Account.valid(-1)


def test_attr():
    assert Account("q").owner == "q" and Savings.rate == 0.05
