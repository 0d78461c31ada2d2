from solution import out


def test_streams(capsys):
    out()
    r = capsys.readouterr()
    assert r.out == "a\n"
    assert r.err == "b\n"
