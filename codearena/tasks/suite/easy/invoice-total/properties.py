import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

LINES = st.lists(
    st.tuples(st.just("pen"), st.integers(0, 60), st.integers(0, 9999)),
    max_size=6,
)
DISCOUNTS = st.integers(0, 100)


@given(LINES, DISCOUNTS)
def test_same_as_the_reference(lines, discount):
    expected = reference.invoice_total(lines, discount)
    assert solution.invoice_total(list(lines), discount) == expected


@given(LINES, LINES, DISCOUNTS)
def test_sums_of_invoices(lines, others, discount):
    total = solution.invoice_total(lines)
    assert solution.invoice_total(lines + others) == total + solution.invoice_total(others)
    assert solution.invoice_total(lines * 100, discount) == total * (100 - discount)


@given(LINES, st.integers(1, 10**20))
def test_large_amounts_are_exact(lines, cents):
    total = solution.invoice_total(lines)
    assert solution.invoice_total([*lines, ("gold", 7, cents)]) == total + 7 * cents
    assert solution.invoice_total([("gold", 200, cents)], 50) == 100 * cents
