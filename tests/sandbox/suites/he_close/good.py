def close(xs, t):
    ys = sorted(xs)
    return any(b - a < t for a, b in zip(ys, ys[1:]))
