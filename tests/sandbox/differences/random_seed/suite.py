import random
from solution import roll


def test_same_seed():
    random.seed(1)
    a = roll()
    random.seed(1)
    assert roll() == a
