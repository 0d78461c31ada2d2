def top(s, k):
    return []


def freq(s):
    return {}
