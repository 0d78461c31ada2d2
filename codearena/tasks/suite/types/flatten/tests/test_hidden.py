import pytest
from solution import flatten


@pytest.fixture
def nested():
    return [1, ["two", (3.5, [None, [True]])], [], "", {"six": [7]}]


def test_mixed_items(nested):
    assert flatten(nested) == [1, "two", 3.5, None, True, "", {"six": [7]}]
    assert flatten(nested[1]) == ["two", 3.5, None, True]


def test_every_call_starts_anew(nested):
    assert flatten([1, [2, [3]]]) == [1, 2, 3]
    assert flatten([4, [[5]]]) == [4, 5]
    first = flatten(nested[1:2])
    assert first == ["two", 3.5, None, True]
    first.append("changed")
    assert flatten([[()]]) == []


def test_nested_lists_are_left_alone(nested):
    inner = nested[1]
    assert flatten([inner, [inner]]) == ["two", 3.5, None, True] * 2
    assert flatten(nested[3:]) == ["", {"six": [7]}]
    assert nested == [1, ["two", (3.5, [None, [True]])], [], "", {"six": [7]}]


@pytest.mark.parametrize("item", [range(3), {4}, "abc", {"f": 1, "g": 2}])
def test_items_stay_whole(item):
    assert flatten([[item], ((item,), 0)]) == [item, item, 0]
    assert flatten([[[item]]]) == [item]
    assert flatten((1, [item])) == [1, item]


def test_deep_nesting():
    deep = [0]
    for number in range(1, 60):
        deep = [number, deep] if number % 2 else (deep, number)
    assert sorted(flatten(deep)) == list(range(60))
    assert flatten(deep)[:2] == [59, 57]
    assert flatten(deep)[-2:] == [56, 58]


def test_only_empty_lists():
    assert flatten([[], [[], ((), [])], ()]) == []
    assert flatten([[], [[], ((), [0])], ()]) == [0]
    assert flatten(([], [[["", ()]]])) == [""]


def test_kind_of_result():
    flat = [3, 1, 2]
    result = flatten(flat)
    assert isinstance(result, list)
    assert result == [3, 1, 2]
    result.clear()
    assert flat == [3, 1, 2]
    assert flatten((8, (9, [10]))) == [8, 9, 10]
    assert isinstance(flatten(()), list)


def test_many_items():
    rows = [[n, [n + 1, (n + 2,)]] for n in range(0, 3000, 3)]
    assert flatten(rows) == list(range(3000))
    assert flatten(rows[:1]) == [0, 1, 2]
    assert flatten([rows[1:2], [[rows[0]]]]) == [3, 4, 5, 0, 1, 2]
