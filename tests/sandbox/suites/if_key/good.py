def ordered(xs, key=None):
    if key:
        return sorted(xs, key=key)
    return sorted(xs)
