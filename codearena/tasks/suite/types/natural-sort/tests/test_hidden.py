import pytest
from solution import natural_sort


@pytest.fixture
def every_order():
    """Tell whether a list is the result for itself, backwards, and turned by one place."""

    def holds(names):
        return [natural_sort(each) for each in (names, names[::-1], names[1:] + names[:1])] == [names] * 3

    return holds


def test_versions(every_order):
    assert every_order(["1.2", "1.2.0", "1.2.9", "1.2.10", "1.10", "10.1"])
    assert natural_sort(["v2", "v10", "V3"]) == ["v2", "V3", "v10"]


def test_numbers_come_before_text(every_order):
    assert every_order(["3", "20", "20x", "x", "x3", "x20", "x20x", "x x"])
    assert natural_sort(["a!", "a1", "!", "0"]) == ["0", "!", "a1", "a!"]


def test_several_numbers(every_order):
    assert every_order(["s1e2", "s1e10", "s1e10b", "s2e1", "S10e1"])
    assert natural_sort(["9-10-1", "9-9-20", "9-9-3"]) == ["9-9-3", "9-9-20", "9-10-1"]


def test_shorter_first(every_order):
    assert every_order(["", "1", "1a", "1a1", "a", "a1", "a1a", "aa"])
    assert natural_sort(["ab2", "a10", "ab", "a9"]) == ["a9", "a10", "ab", "ab2"]


def test_order_is_kept_where_nothing_differs():
    names = ["x007", "X7", "x07", "X007", "x7"]
    assert natural_sort(names) == names
    assert natural_sort(names[::-1]) == names[::-1]
    assert natural_sort([*names, "x6"]) == ["x6", *names]
    assert natural_sort(["x10", "B", "x9", "b"]) == ["B", "b", "x9", "x10"]


def test_capitals_as_small_letters(every_order):
    assert every_order(["a1", "B1", "c1", "D1", "D10"])
    assert natural_sort(["ba1", "b_1", "bA0"]) == ["b_1", "bA0", "ba1"]


def test_large_numbers(every_order):
    assert every_order(["n2", "n10000", "n99999", "n100000", f"n{10**30}", f"N{10**30 + 1}"])
    assert natural_sort(["5", "00004", "30"]) == ["00004", "5", "30"]


def test_other_digits_are_text(every_order):
    assert every_order(["x2", "x11", "x²", "x²2", "x²11"])
    assert natural_sort(["½", "9", "10"]) == ["9", "10", "½"]


def test_names_are_left_alone():
    names = ["b10", "B9", "a"]
    assert natural_sort(names) == ["a", "B9", "b10"]
    assert natural_sort(names[:1]) == ["b10"]
    assert names == ["b10", "B9", "a"]
    assert natural_sort([]) == []


def test_many_names():
    names = [f"File {n}.txt" if n % 2 else f"file {n}.TXT" for n in range(500)]
    assert natural_sort(names[::-1]) == names
    assert natural_sort(names[7:100:31][::-1]) == ["File 7.txt", "file 38.TXT", "File 69.txt"]
