"""Walk over all ends and count how many intervals are open."""


def merge_intervals(intervals):
    ends = [(start, 0) for start, _ in intervals]
    ends += [(end, 1) for _, end in intervals]
    merged = []
    depth, opened = 0, None
    # At the same point, what opens comes before what closes.
    for point, closes in sorted(ends):
        if closes:
            depth -= 1
            if depth == 0:
                merged.append((opened, point))
        else:
            if depth == 0:
                opened = point
            depth += 1
    return merged
