import hmac

import pytest
from solution import is_genuine, sign

KEY = {"WEBHOOK_SECRET": "key"}


def right(body, key):
    return "sha256=" + hmac.new(key, body, "sha256").hexdigest()


def test_sign():
    assert sign(b"body", KEY) == right(b"body", b"key")
    assert sign(b"", KEY) == right(b"", b"key")
    assert sign(b"body", {"WEBHOOK_SECRET": "other"}) == right(b"body", b"other")


def test_is_genuine():
    assert is_genuine(b"body", right(b"body", b"key"), KEY) is True
    assert is_genuine(b"body", "", KEY) is False
    assert is_genuine(b"body", right(b"other", b"key"), KEY) is False
    assert is_genuine(b"body", right(b"body", b"not-so-secret"), KEY) is False


def test_without_a_key():
    for environment in {}, {"WEBHOOK_SECRET": ""}:
        with pytest.raises(ValueError):
            sign(b"body", environment)
        with pytest.raises(ValueError):
            is_genuine(b"body", right(b"body", b""), environment)
    assert is_genuine(b"body", right(b"body", b"key"), KEY) is True


def test_what_is_no_signature():
    assert is_genuine(b"body", None, KEY) is False
    assert is_genuine(b"body", "sha256=é", KEY) is False
    assert is_genuine(b"body", right(b"body", b"key"), KEY) is True
