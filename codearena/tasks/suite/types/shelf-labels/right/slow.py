def shelf_labels(codes):
    """Build the whole list anew for each further code: quadratic."""
    labels = []
    for end in range(len(codes)):
        labels = [label(code) for code in codes[: end + 1]]
    return labels


def label(code):
    if isinstance(code, bool) or not isinstance(code, (int, str)):
        raise TypeError(code)
    if isinstance(code, str):
        text = code.strip().upper()
    else:
        text = "" if code < 0 else str(code).rjust(4, "0")
    if not text:
        raise ValueError(code)
    return text
