import math

import pytest
from pytest import approx

from solution import Circle, Rectangle, Shape, Square, largest


@pytest.fixture(params=["circle", "rectangle", "square"])
def shape(request):
    return {"circle": Circle(2), "rectangle": Rectangle(2, 3), "square": Square(2)}[request.param]


def test_area(shape):
    assert shape.area == approx({"Circle": 12.56637, "Rectangle": 6, "Square": 4}[type(shape).__name__], rel=1e-5)


def test_is_shape(shape):
    assert isinstance(shape, Shape)
    assert not isinstance(shape, int)


def test_area_cannot_be_set(shape):
    with pytest.raises(AttributeError):
        shape.area = 1


def test_scaling_leaves_it(shape):
    before = shape.area
    assert shape.scaled(2).area == approx(4 * before)
    assert type(shape.scaled(3)) is type(shape)
    assert shape.area == before


def test_abstract():
    with pytest.raises(TypeError):
        Shape()


@pytest.mark.parametrize("kind, sizes", [(Circle, (0,)), (Circle, (-1,)), (Rectangle, (1, -1)), (Square, (-2,))])
def test_bad_size(kind, sizes):
    with pytest.raises(ValueError, match="positive"):
        kind(*sizes)


def test_square_is_rectangle():
    square = Square(3)
    assert isinstance(square, Rectangle)
    assert (square.width, square.height) == (3, 3)
    square.width = 5
    assert square.height == 5
    assert square.area == 25


def test_slots():
    circle = Circle(1)
    with pytest.raises(AttributeError):
        circle.color = "red"


def test_compare():
    assert Circle(1) < Circle(2) <= Circle(2)
    assert Square(10) > Circle(1)
    assert Square(2) == Rectangle(2, 2)
    assert Square(2) != Square(3)
    assert Rectangle(1, 4) >= Square(2)


def test_not_comparable():
    with pytest.raises(TypeError):
        Circle(1) < 5


def test_hash():
    assert len({Square(2), Rectangle(2, 2), Square(3)}) == 2
    assert hash(Circle(1)) == hash(Circle(1))
    names = {Circle(1): "unit"}
    assert names[Circle(1)] == "unit"


def test_sorted():
    shapes = [Square(3), Circle(1), Rectangle(1, 1)]
    assert [s.area for s in sorted(shapes)] == approx([1, math.pi, 9])
    assert sorted(shapes, key=lambda s: -s.area)[0] is shapes[0]
    assert max(shapes) is shapes[0]


def test_largest():
    small, big = Square(1), Square(2)
    assert largest([small, big]) is big
    assert largest([]) is None
    assert largest(s for s in (big, small)) is big


@pytest.mark.parametrize(
    "make, text",
    [(lambda: Circle(1), "Circle(radius=1)"), (lambda: Square(2), "Square(side=2)"), (lambda: Rectangle(1, 2), "Rectangle(width=1, height=2)")],
    ids=["circle", "square", "rectangle"],
)
def test_repr(make, text):
    assert repr(make()) == text
    assert f"{make()!r:>40}" == text.rjust(40)


def test_count():
    before = Shape.made
    Circle(1)
    Square(1)
    assert Shape.made == before + 2


def test_from_text():
    assert Rectangle.parse("3x4") == Rectangle(3, 4)
    assert type(Square.parse("3")) is Square


def test_match():
    match Circle(4):
        case Circle(radius=r):
            assert r == 4
        case _:
            pytest.fail("not a circle")
