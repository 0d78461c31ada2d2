def enc(s):
    out = []
    for c in s:
        if out and out[-1][0] == c:
            out[-1] = (c, out[-1][1] + 1)
        else:
            out.append((c, 1))
    return out


def dec(p):
    return "".join(c * n for c, n in p)


def srt(xs):
    return sorted(xs)
