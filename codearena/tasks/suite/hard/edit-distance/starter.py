def edit_distance(a, b):
    """Return the smallest number of edits that turn a into b."""
    if a == "" or b == "":
        return 0
    if a[0] == b[0]:
        return edit_distance(a[1:], b[1:])
    return 1 + min(
        edit_distance(a[1:], b),
        edit_distance(a, b[1:]),
        edit_distance(a[1:], b[1:]),
    )
