from collections import Counter


def top(s, k):
    return Counter(s.split()).most_common(k)


def freq(s):
    return Counter(s)
