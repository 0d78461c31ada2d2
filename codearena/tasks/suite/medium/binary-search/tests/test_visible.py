from solution import binary_search


def test_finds_the_value():
    assert binary_search([1, 3, 5, 7, 9], 7) == 3
    assert binary_search([1, 3, 5, 7, 9], 1) == 0


def test_missing_value():
    assert binary_search([1, 3, 5], 4) == -1
    assert binary_search([1, 3, 5], 5) == 2


def test_first_of_equal_values():
    assert binary_search([2, 4, 4, 4, 6], 4) == 1
    assert binary_search([2, 4, 4, 4, 6], 6) == 4


def test_empty_and_single():
    assert binary_search([], 1) == -1
    assert binary_search([8], 8) == 0
    assert binary_search([8], 9) == -1
