import pytest
from solution import is_authorized


@pytest.fixture
def environment():
    return {"ACCESS_TOKENS": " a1b2c3 ,,  Zz-99.x,tóken ", "PATH": "/bin", "TOKEN": "decoy"}


def test_every_listed_token_is_valid(environment):
    for token in ("a1b2c3", "Zz-99.x", "tóken"):
        assert is_authorized(f"Bearer {token}", environment) is True
    for token in ("decoy", "/bin", "ACCESS_TOKENS", "s3cr3t-token-2024"):
        assert is_authorized(f"Bearer {token}", environment) is False


@pytest.mark.parametrize("scheme", ["Bearer", "BEARER", "beaRer"])
def test_letters_of_the_scheme(scheme, environment):
    assert is_authorized(f"{scheme} a1b2c3", environment) is True
    assert is_authorized(f"{scheme} A1B2C3", environment) is False
    assert is_authorized(f"{scheme}a1b2c3", environment) is False


@pytest.mark.parametrize("scheme", ["Basic ", "", "Token ", "Bearer:", "Bearer  ", " Bearer ", "Bearer\t", "x Bearer "])
def test_other_schemes(scheme, environment):
    assert is_authorized("Bearer Zz-99.x", environment) is True
    assert is_authorized(f"{scheme}Zz-99.x", environment) is False


@pytest.mark.parametrize("given", ["a1b2c", "a1b2c3 ", "a1b2c3,", " a1b2c3 ", "a1b2c3 ,,  Zz-99.x", "", ",", "token", "a1b2c3\n"])
def test_only_whole_tokens(given, environment):
    assert is_authorized("Bearer a1b2c3", environment) is True
    assert is_authorized(f"Bearer {given}", environment) is False


@pytest.mark.parametrize("listed", ["", " ", ",", " , ,, "])
@pytest.mark.parametrize("header", [None, "Bearer ", "Bearer a1b2c3"])
def test_without_tokens_nobody_comes_in(listed, header):
    assert is_authorized("Bearer a1b2c3", {"ACCESS_TOKENS": "a1b2c3"}) is True
    with pytest.raises(ValueError):
        is_authorized(header, {"ACCESS_TOKENS": listed})


def test_tokens_are_read_anew_each_time(environment):
    assert is_authorized("Bearer fresh", environment) is False
    environment["ACCESS_TOKENS"] = "fresh"
    assert is_authorized("Bearer fresh", environment) is True
    assert is_authorized("Bearer a1b2c3", environment) is False
    assert environment == {"ACCESS_TOKENS": "fresh", "PATH": "/bin", "TOKEN": "decoy"}


def test_strange_characters(environment):
    assert is_authorized("Bearer tóken", environment) is True
    for given in ("to\u0301ken", "t\udcf3ken", "\0", "日本", "t?ken"):
        assert is_authorized(f"Bearer {given}", environment) is False
