from hypothesis import given, settings, strategies as st
from solution import enc, dec, srt


@settings(max_examples=25, database=None, derandomize=True, deadline=None)
@given(st.text())
def test_round(s):
    assert dec(enc(s)) == s


@settings(max_examples=25, database=None, derandomize=True, deadline=None)
@given(st.lists(st.integers()))
def test_sort(xs):
    assert srt(xs) == sorted(xs)


@settings(max_examples=25, database=None, derandomize=True, deadline=None)
@given(st.text(alphabet="ab", min_size=1))
def test_runs(s):
    e = enc(s)
    assert all(a[0] != b[0] for a, b in zip(e, e[1:]))
