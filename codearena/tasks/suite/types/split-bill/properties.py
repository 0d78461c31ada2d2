from decimal import Decimal

import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

TOTALS = st.integers(0, 100_000).map(lambda cents: Decimal(cents).scaleb(-2))
PEOPLE = st.integers(1, 9)
TIPS = st.integers(0, 40) | st.sampled_from([12.5, 7.25, 0.1]) | st.just(Decimal("8.75"))


@given(TOTALS, PEOPLE, TIPS)
def test_same_as_the_reference(total, people, tip):
    shares = [str(share) for share in solution.split_bill(total, people, tip)]
    assert shares == [str(share) for share in reference.split_bill(total, people, tip)]


@given(TOTALS, PEOPLE)
def test_nothing_is_lost(total, people):
    shares = solution.split_bill(total, people)
    assert sum(shares) == total
    assert len(shares) == people
    assert max(shares) - min(shares) <= Decimal("0.01")
    assert shares == sorted(shares, reverse=True)
    assert sum(solution.split_bill(total, people, 100)) == 2 * total
