import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TEXTS = st.text("aAbB'%_*\\ é;", max_size=4)
ORDERS = st.lists(
    st.tuples(st.integers(1, 99), TEXTS, st.integers(0, 5)), max_size=6, unique_by=lambda order: order[0]
)
SORTS = st.sampled_from(["id", "-id", "customer", "-customer", "cents", "-cents"])
BAD_SORTS = st.sampled_from(["", "-", "--id", "ID", "price", "id; --", "id DESC", "1", "cents, id"])


def orders_or_error(orders, customer, sort):
    try:
        return solution.find_orders(orders, customer, sort)
    except ValueError:
        return ValueError


@given(ORDERS, TEXTS, SORTS)
def test_same_as_the_reference(orders, customer, sort):
    expected = reference.find_orders(orders, customer, sort)
    assert solution.find_orders(list(orders), customer, sort) == expected


@given(ORDERS, TEXTS, SORTS, BAD_SORTS)
def test_nobody_is_left_out(orders, customer, sort, bad):
    assert sorted(solution.find_orders(list(orders), "", sort)) == sorted(orders)
    mine = (100, f"x{customer}y", 3)
    found = solution.find_orders([*orders, mine], f"X{customer}", sort)
    assert found == [mine]
    assert solution.find_orders(list(orders), customer + "' OR 1 --", sort) == []
    assert orders_or_error(list(orders), customer, bad) is ValueError
