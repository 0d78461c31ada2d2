from functools import reduce
from itertools import accumulate


def edit_distance(a, b):
    def next_row(row, char):
        cells = zip(row, row[1:], b)
        return list(
            accumulate(
                cells,
                lambda left, cell: min(
                    left + 1, cell[1] + 1, cell[0] + (char != cell[2])
                ),
                initial=row[0] + 1,
            )
        )

    return reduce(next_row, a, list(range(len(b) + 1)))[-1]
