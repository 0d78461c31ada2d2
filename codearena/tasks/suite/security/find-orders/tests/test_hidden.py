import pytest
from solution import find_orders


@pytest.fixture
def orders():
    return [
        (7, "50% off Ltd", 900),
        (3, "a_b", 100),
        (9, "acb", 100),
        (1, "D'Arcy \"Dee\"", 900),
        (4, "back\\slash", 20),
        (8, "a_b", 900),
    ]


@pytest.fixture
def numbers(orders):
    """Return the numbers of the orders that are found."""
    return lambda *query: [number for number, _, _ in find_orders(orders, *query)]


@pytest.fixture
def refused(orders):
    """Tell which of some ways to sort raise ValueError."""

    def raises(sort):
        try:
            find_orders(orders, "a", sort)
        except ValueError:
            return True
        return False

    return lambda *sorts: [sort for sort in sorts if raises(sort)]


def test_text_is_no_code(numbers):
    attacks = [
        "' OR 1=1 --",
        "x' UNION SELECT 1, 'x', 1 --",
        "%' OR customer LIKE '%",
        "'; DROP TABLE orders; --",
        "\\' OR 1=1 --",
    ]
    assert [numbers(attack) for attack in attacks] == [[]] * len(attacks)
    assert numbers("d'a") == [1]
    assert numbers("a_b", "-id") == [8, 3]


def test_orders_are_no_code():
    orders = [(2, "'); DELETE FROM orders; --", 1), (1, "x', 5)", 2)]
    assert find_orders(orders, "'", "-cents") == [(1, "x', 5)", 2), (2, "'); DELETE FROM orders; --", 1)]
    assert find_orders(orders, "delete from") == [(2, "'); DELETE FROM orders; --", 1)]


def test_wildcards_are_characters(numbers):
    assert numbers("_") == [3, 8]
    assert numbers("%") == [7]
    assert numbers("A_B", "cents") == [3, 8]
    assert numbers("*") == numbers("a%b") == numbers("?") == numbers("[a]") == []


def test_backslashes_and_quotes(numbers):
    assert numbers("\\") == [4]
    assert numbers("\\_") == numbers("\\%") == numbers("''") == []
    assert numbers('"DEE') == [1]
    assert numbers("'") == [1]


def test_directions(numbers, refused):
    assert numbers("", "-customer") == [4, 9, 3, 8, 1, 7]
    assert numbers("", "customer") == [7, 1, 3, 8, 9, 4]
    assert numbers("", "-id") == [9, 8, 7, 4, 3, 1]
    assert refused("-price") == ["-price"]


def test_equal_prices_are_sorted_by_number(numbers, refused):
    assert numbers("", "cents") == [4, 3, 9, 1, 7, 8]
    assert numbers("", "-cents") == [1, 7, 8, 3, 9, 4]
    assert refused("cents, id") == ["cents, id"]


@pytest.mark.parametrize("known", ["id", "-cents"])
def test_only_known_ways_to_sort(refused, known):
    attacks = ["(SELECT 1)", "id, cents", "id DESC", "1", "rowid", "", "-", "--id", " id", "ID", "orders.id"]
    attacks += ["CASE WHEN cents > 500 THEN 1 ELSE id END", "abs(cents)", "id--", "id COLLATE NOCASE"]
    assert refused(*attacks, known) == attacks
    with pytest.raises(ValueError):
        find_orders([], "", "random()")
    assert find_orders([], "x", known) == []
    assert find_orders([(5, "x", 0)], "X", known) == [(5, "x", 0)]


def test_kind_of_result(orders):
    found = find_orders(orders, "%", "customer")
    assert isinstance(found, list)
    assert found == [(7, "50% off Ltd", 900)]
    assert all(isinstance(order, tuple) for order in found)
    assert find_orders(orders, "a_", "-id") == [(8, "a_b", 900), (3, "a_b", 100)]
    assert find_orders(orders[:1], "a") == []
    assert len(orders) == 6


def test_other_letters(numbers):
    names = [(1, "Émile", 5), (2, "emil", 3), (3, "日本'", 4), (4, "émile_", 4)]
    assert find_orders(names, "émile_") == [(4, "émile_", 4)]
    assert find_orders(names, "MIL", "-cents") == [(1, "Émile", 5), (4, "émile_", 4), (2, "emil", 3)]
    assert find_orders(names, "本'") == [(3, "日本'", 4)]
    assert numbers("日") == []


def test_many_orders():
    orders = [(n, f"customer_{n % 7}", n * 31 % 101) for n in range(1000, 0, -1)]
    assert len(find_orders(orders, "R_3")) == 143
    assert find_orders(orders, "R_0", "-cents")[:2] == [(518, "customer_0", 100), (329, "customer_0", 99)]
    assert find_orders(orders, "%3") == []
