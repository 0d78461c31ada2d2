from functools import reduce


def add(merged, interval):
    if not merged or merged[-1][1] < interval[0]:
        return merged + (interval,)
    start, end = merged[-1]
    return merged[:-1] + ((start, max(end, interval[1])),)


def merge_intervals(intervals):
    return list(reduce(add, sorted(intervals), ()))
