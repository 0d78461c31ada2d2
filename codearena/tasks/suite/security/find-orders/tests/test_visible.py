import pytest
from solution import find_orders

ORDERS = [(1, "O'Brien", 500), (2, "Ann Lee", 300), (3, "Lee", 700)]


def test_quotes():
    assert find_orders(ORDERS, "O'B") == [(1, "O'Brien", 500)]
    assert find_orders(ORDERS, "' OR '1'='1") == []


def test_sorted():
    assert find_orders(ORDERS, "lee", "-cents") == [(3, "Lee", 700), (2, "Ann Lee", 300)]
    assert find_orders(ORDERS, "lee", "customer") == [(2, "Ann Lee", 300), (3, "Lee", 700)]
    with pytest.raises(ValueError):
        find_orders(ORDERS, "lee", "price")


def test_sort_is_no_code():
    with pytest.raises(ValueError):
        find_orders(ORDERS, "lee", "id; --")
    assert find_orders(ORDERS, "O'B") == [(1, "O'Brien", 500)]


def test_percent_signs():
    assert find_orders(ORDERS, "%") == []
    assert find_orders(ORDERS, "O'B") == [(1, "O'Brien", 500)]
