import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

FILES = st.lists(st.text("a-.$ \n'\"\\;*\0", max_size=6), max_size=5)
ARCHIVES = st.sampled_from(["x.tar.gz", "-x.tar.gz", "a b;.tar.gz", ".tar.gz", "x.zip", "", "host:x.tar.gz"])


def command_or_error(function, archive, files):
    try:
        return function(archive, files)
    except (TypeError, ValueError) as error:
        return type(error)


@given(ARCHIVES, FILES)
def test_same_as_the_reference(archive, files):
    expected = command_or_error(reference.archive_command, archive, files)
    assert command_or_error(solution.archive_command, archive, list(files)) == expected


@given(st.lists(st.text("ab-é$`~ \n'\"\\|&>*?", min_size=1, max_size=8), min_size=1, max_size=5))
def test_names_stay_as_they_are(files):
    command = solution.archive_command("out.tar.gz", list(files))
    assert command[-len(files) :] == files
    assert command.index("--") == len(command) - len(files) - 1
    both = solution.archive_command("out.tar.gz", [*files, *files])
    assert both == command + files
    assert command_or_error(solution.archive_command, "out.tar.gz", [*files, ""]) is ValueError
    assert command_or_error(solution.archive_command, "out.tar.gz", files[0]) is TypeError
