def merge_intervals(intervals):
    """Merge some pair until no two of them touch: cubic."""
    merged = list(intervals)
    pair = touching(merged)
    while pair:
        a, b = pair
        merged.remove(a)
        merged.remove(b)
        merged.append((min(a[0], b[0]), max(a[1], b[1])))
        pair = touching(merged)
    merged.sort()
    return merged


def touching(intervals):
    for i, a in enumerate(intervals):
        for b in intervals[:i]:
            if a[0] <= b[1] and b[0] <= a[1]:
                return a, b
    return None
