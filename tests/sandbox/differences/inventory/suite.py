from dataclasses import FrozenInstanceError, asdict, fields, is_dataclass, replace
from enum import Enum, Flag

import pytest

import solution
from solution import Item, Kind, Place, Rights, Stock


@pytest.fixture(autouse=True)
def _empty():
    solution.LOG.clear()
    yield
    assert len(solution.LOG) < 10


@pytest.fixture
def stock():
    stock = Stock()
    stock.add(Item("nut", 5, Kind.PART))
    stock.add(Item("saw", 20))
    return stock


def test_defaults():
    item = Item("saw", 20)
    assert item.kind is Kind.TOOL
    assert item.tags == []
    assert item == Item("saw", 20, Kind.TOOL, [])


def test_own_tags():
    Item("a", 1).tags.append("x")
    assert Item("b", 1).tags == []


@pytest.mark.parametrize("price", [-1, -0.01])
def test_checked(price):
    with pytest.raises(ValueError, match=r"^price of 'x' is -"):
        Item("x", price)


def test_frozen_place():
    place = Place(3, "b")
    with pytest.raises(FrozenInstanceError):
        place.row = 4
    assert {place: 1}[Place(3, "b")] == 1


def test_order():
    assert Place(1, "z") < Place(2, "a") < Place(2, "b")
    assert sorted([Place(2, "b"), Place(1, "z")])[0] == Place(1, "z")
    assert max(Place(0, "a"), Place(0, "b")).shelf == "b"


def test_kinds():
    assert [kind.name for kind in Kind] == ["TOOL", "PART"]
    assert Kind("part") is Kind.PART
    assert Kind["TOOL"].value == "tool"
    assert isinstance(Kind.TOOL, Enum)
    assert len(Kind) == 2


def test_unknown_kind():
    with pytest.raises(ValueError, match="'pet' is not a valid Kind"):
        Kind("pet")
    with pytest.raises(KeyError):
        Kind["PET"]


def test_kind_method():
    assert Kind.PART.plural() == "parts"
    assert Kind.TOOL.plural() == "tools"


def test_rights():
    both = Rights.READ | Rights.WRITE
    assert Rights.READ in both
    assert Rights.WRITE not in Rights.READ
    assert both & Rights.WRITE == Rights.WRITE
    assert isinstance(both, Flag)


def test_total(stock):
    assert stock.value == 25
    assert len(stock) == 2
    assert "saw" in stock
    assert "axe" not in stock


def test_find(stock):
    assert stock["nut"].price == 5
    assert stock.get("axe") is None
    with pytest.raises(KeyError) as caught:
        stock["axe"]
    assert caught.value.args == ("axe",)


def test_remove(stock):
    del stock["nut"]
    assert len(stock) == 1
    assert stock.value == 20


def test_names(stock):
    assert [item.name for item in stock] == ["nut", "saw"]
    assert sorted(stock.by_kind()) == ["part", "tool"]
    assert [item.name for item in stock.by_kind()["tool"]] == ["saw"]


def test_stats(stock):
    stats = stock.stats()
    assert stats == (2, 12.5)
    count, mean = stats
    assert (stats.count, stats.mean) == (count, mean) == (2, 12.5)
    assert stats._fields == ("count", "mean")
    assert stats._replace(count=3).count == 3
    assert stats._asdict() == {"count": 2, "mean": 12.5}


def test_log(stock):
    assert solution.LOG == ["nut", "saw"]
    stock.add(Item("axe", 3))
    assert solution.LOG[-1] == "axe"


def test_repr():
    assert repr(Place(3, "b")) == "Place(row=3, shelf='b')"
    assert repr(Kind.TOOL) == "<Kind.TOOL: 'tool'>"
    assert str(Kind.TOOL) == "Kind.TOOL"


def test_is_dataclass():
    assert is_dataclass(Item)
    assert [field.name for field in fields(Item)] == ["name", "price", "kind", "tags"]


def test_replace():
    assert replace(Place(3, "b"), row=4) == Place(4, "b")


def test_as_dict():
    assert asdict(Place(3, "b")) == {"row": 3, "shelf": "b"}


def test_match():
    match Place(3, "b"):
        case Place(row=3, shelf=shelf):
            assert shelf == "b"
        case _:
            raise AssertionError
