import pytest
from solution import archive_command


@pytest.fixture
def packed():
    """Return what stands behind the options, for an archive called a.tar.gz."""

    def of(*files):
        command = archive_command("a.tar.gz", list(files))
        assert isinstance(command, list)
        assert command[:5] == ["tar", "--force-local", "-czf", "a.tar.gz", "--"]
        return command[5:]

    return of


@pytest.fixture
def refused():
    """Tell which of some names raise ValueError in the midst of others."""

    def raises(name):
        try:
            archive_command("a.tar.gz", ["x y", name, "z"])
        except ValueError:
            return True
        return False

    return lambda *names: [name for name in names if raises(name)]


def test_second_commands(packed):
    files = ["a && b", "a | b", "$(reboot)", "`reboot`", "a\nreboot", "> /dev/null", "a & b"]
    assert packed(*files) == files
    assert packed("; ls") == ["; ls"]


def test_options_are_names(packed):
    files = ["--remove-files", "-C", "/", "--checkpoint-action=exec=sh x", "--", "-"]
    assert packed(*files) == files
    assert packed("--", "a b") == ["--", "a b"]


def test_quotes_and_backslashes(packed):
    files = ["it's", '"both"', "'", "a\\ b", "\\"]
    assert packed(*files) == files
    assert packed('"') == ['"']


def test_patterns_and_variables(packed):
    files = ["*.txt", "~", "$HOME", "{a,b}", "?", "[ab]", "#1", "!!"]
    assert packed(*files) == files
    assert packed("*") == ["*"]


def test_spaces(packed, refused):
    assert packed(" ", "a  b", "\t", " c ") == [" ", "a  b", "\t", " c "]
    assert packed("\n") == ["\n"]
    assert refused("", " ") == [""]


def test_nul_characters(packed, refused):
    assert refused("\0", "a\0", "\\0", "0", "\0b") == ["\0", "a\0", "\0b"]
    assert packed("\\0", "\x01") == ["\\0", "\x01"]
    with pytest.raises(ValueError):
        archive_command("a\0.tar.gz", ["a b"])


@pytest.mark.parametrize("archive", ["my files.tar.gz", "-I sh.tar.gz", "host:$x.tar.gz", "'.tar.gz"])
def test_archive_stays_as_it_is(archive):
    assert archive_command(archive, ["b"]) == ["tar", "--force-local", "-czf", archive, "--", "b"]
    assert archive_command(archive, ["c;d", "é"])[3:] == [archive, "--", "c;d", "é"]


def test_files_are_left_alone():
    files = ["b c", "a"]
    command = archive_command("a.tar.gz", files)
    assert command[5:] == ["b c", "a"]
    command.clear()
    assert archive_command("a.tar.gz", files[1:])[5:] == ["a"]
    assert files == ["b c", "a"]
    for archive in "", "tar.gz", "a.tar.gz ", "a.TAR.GZ", "a.tar.gz; ls":
        with pytest.raises(ValueError):
            archive_command(archive, files)
