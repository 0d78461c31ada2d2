import inspect
import solution
from solution import area


def test_sig():
    assert list(inspect.signature(area).parameters) == ["w", "h"]


def test_doc():
    assert area.__doc__.startswith("Area")


def test_ann():
    assert area.__annotations__["return"] is float


def test_const():
    assert solution.VERSION == "1.2"


def test_callable():
    assert callable(area) and hasattr(solution, "area") and not hasattr(solution, "nope")


def test_call():
    assert area(2, h=3) == 6
