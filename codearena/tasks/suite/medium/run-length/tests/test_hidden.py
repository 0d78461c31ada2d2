import pytest
from solution import decode, encode

PICTURE = """\
               *
             *****
         *************
*********************************
"""


@pytest.mark.parametrize("length", [2, 9, 10, 120])
def test_length_of_a_run(length):
    text = "p" + "q" * length + "p"
    assert encode(text) == f"p{length}qp"
    assert decode(f"p{length}qp") == text
    assert encode("q" * (length + 8)) == f"{length + 8}q"


def test_every_run_is_separate():
    assert encode("aabaaab") == "2ab3ab"
    assert encode("abababa") == "abababa"
    assert decode("2ab3ab") == "aabaaab"


def test_end_of_the_text():
    assert encode("k") == "k"
    assert encode("kk") == "2k"
    assert encode("jkk") == "j2k"
    assert encode("jjk") == "2jk"


def test_decode_single_characters():
    assert decode("wow!") == "wow!"
    assert decode("a10b2ca") == "abbbbbbbbbbcca"
    assert decode("") == ""


@pytest.mark.parametrize("digit", "09")
def test_digits_are_refused(digit):
    for text in (digit, f"ab{digit}", f"{digit}{digit}a"):
        with pytest.raises(ValueError):
            encode(text)
    assert encode("ab" + 10 * "-") == "ab10-"
    assert encode("babb") == "ba2b"


def test_picture():
    code = encode(PICTURE)
    assert code == "15 *\n13 5*\n9 13*\n33*\n"
    assert decode(code) == PICTURE
    assert decode(code[:5]) == PICTURE[:17]


def test_other_characters():
    assert encode("ääöé\t\t\n\n\n") == "2äöé2\t3\n"
    assert encode("ßS") == "ßS"
    assert decode("2ä11ö-é") == "ää" + "ö" * 11 + "-é"


def test_round_trip():
    for step in (1, 2, 5, 11):
        text = "".join(chr(97 + n * step % 26) * (n * n % 14) for n in range(60))
        code = encode(text)
        assert decode(code) == text
        assert len(code) < len(text)
        assert code != text
