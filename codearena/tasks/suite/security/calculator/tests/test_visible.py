import pytest
from solution import calculate


def test_arithmetic():
    assert calculate("1 + 2 * 3") == 7
    assert calculate("(1 + 2) * 3") == 9
    assert calculate(" 7 / 2 - 1") == 2.5


def test_python_rules():
    assert calculate("-2 ** 2") == -4
    assert calculate("2 ** 3 ** 2") == 512
    assert calculate("-7 // 2") == -4
    assert calculate("2 ** -1") == 0.5


def test_code_is_refused():
    with pytest.raises(ValueError):
        calculate("__import__('os').getcwd()")
    with pytest.raises(ValueError):
        calculate("[n for n in (1, 2)]")
    assert calculate("6 * 7") == 42


def test_what_costs_too_much():
    for text in ("2 ** 1000", "1 ** 200", "-(10 ** 40) * 10 ** 40", "1" + "+1" * 150):
        with pytest.raises(ValueError):
            calculate(text)
    assert calculate("2 ** 100") == 2**100


def test_no_value():
    for text in ("", "1 +", "(1", "4 / 0", "(-8) ** 0.5"):
        with pytest.raises(ValueError):
            calculate(text)
    assert calculate("(1)") == 1
