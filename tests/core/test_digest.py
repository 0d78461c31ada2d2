"""A digest names content: equal on every machine, different for anything else."""

from __future__ import annotations

import re
from typing import Any

import pytest

from codearena.core.digest import canonical, digest

SCALARS: list[Any] = [None, True, False, 0, 1, 1.5, "", "1", "a"]
DIFFERENT = [*SCALARS, [], {}, [[]], ["a"], ["a", "b"], ["ab"], {"a": 1}, {"a": [1]}, {"a": "1"}]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, False]}, '{"a":[true,null,false],"b":1}'),
        ({"z": {"y": 1, "x": 2}, "a": 0.1}, '{"a":0.1,"z":{"x":2,"y":1}}'),
        (("a", ("b",)), '["a",["b"]]'),
        ("é\u2028", '"\\u00e9\\u2028"'),
        ("\udc80", '"\\udc80"'),
    ],
)
def test_a_value_has_one_text_in_ascii(value: object, text: str) -> None:
    assert canonical(value) == text


def test_the_order_of_keys_means_nothing() -> None:
    assert digest({"a": 1, "b": [2]}) == digest({"b": [2], "a": 1})


def test_the_order_of_items_means_something() -> None:
    assert digest([1, 2]) != digest([2, 1])


def test_a_tuple_and_a_list_of_the_same_are_the_same() -> None:
    assert digest(("a", (1, 2))) == digest(["a", [1, 2]])


def test_different_values_have_different_digests() -> None:
    assert len({digest(value) for value in DIFFERENT}) == len(DIFFERENT)


def test_a_digest_is_32_hexadecimal_digits() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{32}", digest(value)) for value in DIFFERENT)


def test_a_digest_is_the_same_on_every_machine_and_in_every_version() -> None:
    assert digest({"task": "easy/average-list", "seed": 0, "weights": [0.7, 0.3]}) == "f55204b92ac82cdc89d0e830ab531471"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), [1, {"a": float("nan")}]])
def test_what_json_cannot_say_has_no_digest(value: object) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        digest(value)


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", object()])
def test_what_is_no_plain_data_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError, match="not JSON serializable"):
        digest(value)
