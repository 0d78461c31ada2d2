import pytest
from solution import is_authorized

ENVIRONMENT = {"ACCESS_TOKENS": "old-4f1c, new-77aa"}


def test_valid_tokens():
    assert is_authorized("Bearer new-77aa", ENVIRONMENT) is True
    assert is_authorized("bearer old-4f1c", ENVIRONMENT) is True
    assert is_authorized("Bearer other", ENVIRONMENT) is False


def test_a_part_is_not_enough():
    assert is_authorized("Bearer new-77", ENVIRONMENT) is False
    assert is_authorized("Bearer xnew-77aa", ENVIRONMENT) is False
    assert is_authorized("Bearer only", {"ACCESS_TOKENS": "only"}) is True


def test_no_header():
    assert is_authorized(None, ENVIRONMENT) is False
    assert is_authorized("", ENVIRONMENT) is False
    assert is_authorized("Bearer new-77aa", ENVIRONMENT) is True


def test_no_token():
    assert is_authorized("Bearer only", {"ACCESS_TOKENS": "only"}) is True
    with pytest.raises(ValueError):
        is_authorized("Bearer x", {})
    with pytest.raises(ValueError):
        is_authorized("Bearer ", {"ACCESS_TOKENS": ""})
