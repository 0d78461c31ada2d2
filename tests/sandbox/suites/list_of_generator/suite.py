from solution import chunked


def test_generator():
    assert chunked(x for x in "abc") == [["a", "b"], ["c"]]


def test_list():
    assert chunked([1]) == [[1]]
