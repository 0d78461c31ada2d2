import hmac

import pytest
import solution
from solution import is_genuine, sign


@pytest.fixture
def signature():
    """Return the right signature by a key."""
    return lambda body, key: "sha256=" + hmac.new(key.encode(), body, "sha256").hexdigest()


@pytest.fixture
def accepted():
    """Tell which of some signatures are taken for genuine."""

    def of(body, key, *signatures):
        answers = [is_genuine(body, each, {"WEBHOOK_SECRET": key}) for each in signatures]
        assert all(isinstance(answer, bool) for answer in answers)
        return [each for each, answer in zip(signatures, answers) if answer]

    return of


@pytest.mark.parametrize("key", ["a", " spaced out \n", "schlüssel", "k" * 200])
def test_key_is_taken_as_it_is(signature, accepted, key):
    right = signature(b"message", key)
    assert sign(b"message", {"WEBHOOK_SECRET": key, "SECRET": "x"}) == right
    assert accepted(b"message", key, right, right[:-1], signature(b"message", key * 2), None) == [right]
    with pytest.raises(ValueError):
        sign(b"message", {"SECRET": key})


def test_signature_must_be_complete(signature, accepted):
    right = signature(b"pay 10", "k1")
    parts = [right[:length] for length in (0, 1, 7, 8, 39, 70)]
    assert accepted(b"pay 10", "k1", *parts, right) == [right]
    assert accepted(b"pay 10", "k1", right + "0", right + right, right + "\n", " " + right) == []
    assert accepted(b"pay 10", "k1", right[7:], "sha1" + right[6:], "sha256:" + right[7:]) == []


def test_spelling_counts(signature, accepted):
    right = signature(b"abc", "k2")
    assert accepted(b"abc", "k2", right.upper(), right.title(), "sha256=" + right[7:].upper(), right) == [right]
    assert accepted(b"abc", "k2", right.replace("sha256", "SHA256")) == []


def test_one_wrong_character(signature, accepted):
    right = signature(b"order 66", "k3")
    for place in (0, 6, 7, 40, 70):
        other = "1" if right[place] == "0" else "0"
        assert accepted(b"order 66", "k3", right[:place] + other + right[place + 1 :], right) == [right]


def test_what_is_no_text(signature, accepted):
    right = signature(b"abc", "k4")
    assert accepted(b"abc", "k4", None, right.encode(), 0, [right], True, right) == [right]
    assert accepted(b"abc", "k4", "é" * 71, "α" + right, "", b"") == []


def test_body_counts(signature, accepted):
    right = signature(b"\x00\xff", "k5")
    assert sign(b"\x00\xff", {"WEBHOOK_SECRET": "k5"}) == right
    assert accepted(b"\x00\xff", "k5", signature(b"", "k5"), signature(b"\x00", "k5"), right) == [right]
    assert accepted(b"", "k5", right, "") == []


def test_no_other_key(signature, accepted):
    keys = ["not-so-secret", "WEBHOOK_SECRET", "secret", "", "None"]
    right = signature(b"abc", "k6")
    assert accepted(b"abc", "k6", *(signature(b"abc", key) for key in keys), right) == [right]
    for environment in {}, {"WEBHOOK_SECRET": ""}, {"webhook_secret": "k6"}:
        with pytest.raises(ValueError):
            is_genuine(b"abc", right, environment)


@pytest.mark.parametrize("answer", [True, False])
def test_compared_in_constant_time(signature, monkeypatch, answer):
    compared = []

    def compare(one, other):
        compared.append((one, other))
        return answer

    right, wrong = signature(b"abc", "k7"), signature(b"xyz", "k7")
    assert is_genuine(b"abc", right, {"WEBHOOK_SECRET": "k7"}) is True
    monkeypatch.setattr(solution.hmac, "compare_digest", compare)
    assert is_genuine(b"abc", wrong, {"WEBHOOK_SECRET": "k7"}) is answer
    assert is_genuine(b"abc", right, {"WEBHOOK_SECRET": "k7"}) is answer
    assert len(compared) == 2
    assert len(compared[0][0]) == len(compared[0][1])
