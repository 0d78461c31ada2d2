from solution import plain_wrapper, wrapped


def test_method():
    class A:
        @plain_wrapper
        def m(self, k):
            return k + 1
    assert A().m(3) == 4


def test_name():
    @wrapped
    def f():
        "doc"
    assert f.__name__ == "f" and f.__doc__ == "doc"
