from solution import hello, err


def test_out(capsys):
    hello(2)
    assert capsys.readouterr().out == "hi 0\nhi 1\n"


def test_two(capsys):
    hello(1)
    a = capsys.readouterr().out
    hello(1)
    assert a == capsys.readouterr().out == "hi 0\n"


def test_redirect():
    import io, contextlib

    b = io.StringIO()
    with contextlib.redirect_stdout(b):
        hello(1)
    assert b.getvalue().strip() == "hi 0"
