import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

BASES = st.sampled_from(["/srv/files", "/srv//files/", "/", "/a/../srv/x/..", "relative", ""])
PARTS = st.sampled_from(["a", "b.txt", ".", "..", "...", "files", "files-old", "~", "", "a b"])
NAMES = st.lists(PARTS, max_size=5).map("/".join) | st.text("a./\\\0", max_size=5)


def path_or_error(function, base, name):
    try:
        return function(base, name)
    except ValueError:
        return ValueError


@given(BASES, NAMES)
def test_same_as_the_reference(base, name):
    expected = path_or_error(reference.safe_path, base, name)
    assert path_or_error(solution.safe_path, base, name) == expected


@given(st.lists(st.text("ab.~", min_size=3, max_size=5), min_size=1, max_size=4))
def test_plain_names_lie_below(parts):
    name = "/".join(parts)
    path = solution.safe_path("/srv/files", name)
    assert path == f"/srv/files/{name}"
    assert solution.safe_path("/srv/files", f"x/..//./{name}/") == path
    assert solution.safe_path("/srv/files", f"../files/{name}") == path
    outside = [f"../{name}", f"/{name}", f"../files-{name}", f"{name}\\", name + "\0", f"{name}/{'../' * len(parts)}"]
    for each in outside:
        assert path_or_error(solution.safe_path, "/srv/files", each) is ValueError
