from itertools import accumulate


def longest_unique(text):
    last_at = {}

    def start_after(start, place):
        index, char = place
        previous = last_at.get(char, -1)
        last_at[char] = index
        return max(start, previous + 1)

    starts = accumulate(enumerate(text), start_after, initial=0)
    next(starts)
    windows = ((end - start, -start, end) for end, start in enumerate(starts, 1))
    _, minus_start, end = max(windows, default=(0, 0, 0))
    return text[-minus_start:end]
