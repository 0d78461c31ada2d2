def chunked(xs):
    xs = list(xs)
    return [xs[i : i + 2] for i in range(0, len(xs) - 1, 2)]
