import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

BODIES = st.binary(max_size=20)
KEYS = st.text("abcé ", min_size=1, max_size=8)


@given(BODIES, KEYS)
def test_same_as_the_reference(body, key):
    environment = {"WEBHOOK_SECRET": key}
    assert solution.sign(body, environment) == reference.sign(body, environment)


@given(BODIES, KEYS, st.integers(0, 63), st.sampled_from("0123456789abcdefABé"))
def test_only_the_whole_signature_is_genuine(body, key, place, other):
    environment = {"WEBHOOK_SECRET": key}
    signature = reference.sign(body, environment)
    assert solution.is_genuine(body, signature, environment) is True
    at = len("sha256=") + place
    changed = signature[:at] + other + signature[at + 1 :]
    assert solution.is_genuine(body, changed, environment) is (changed == signature)
    for each in (signature[:at], signature + other, signature[7:], signature.upper(), None):
        assert solution.is_genuine(body, each, environment) is False


@given(BODIES, BODIES, KEYS, KEYS)
def test_signatures_belong_to_one_body_and_one_key(body, other, key, further):
    signature = solution.sign(body, {"WEBHOOK_SECRET": key})
    same = body == other and key == further
    assert solution.is_genuine(other, signature, {"WEBHOOK_SECRET": further}) is same
    try:
        unsigned = solution.is_genuine(body, signature, {"SECRET": key})
    except ValueError:
        unsigned = ValueError
    assert unsigned is ValueError
