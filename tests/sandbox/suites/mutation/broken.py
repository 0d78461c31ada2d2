def rotate(grid):
    grid[:] = [list(row) for row in zip(*grid[::-1])]
    return grid


def zeros_last(values):
    for value in values:
        if value == 0:
            values.remove(value)
            values.append(value)
            break


def distinct(values):
    values = sorted(set(values))
    return len(values)


def update(config, other):
    config.update(other)
    return dict(config)


def drain(queue, n):
    return [queue.pop() for _ in range(n)]


def tally(counts, letters):
    for letter in letters:
        counts[letter] = 1


def drop(seen, test):
    gone = 0
    for x in sorted(seen):
        seen.discard(x)
        if test(x):
            gone += 1
        else:
            seen.add(x)
    return gone


def pad(data, size):
    data += b"\x00" * (size - len(data))


def collect(x, into=[]):
    into.append(x)
    return into


def relabel(box, label):
    box.label = label


def double(values):
    values[:] = [value * 2 for value in values]


def bump(rows):
    rows[0] = [rows[0][0] + 1]


def depth(xs):
    return 1 + max(map(depth, xs)) if isinstance(xs, list) else 0


def outer(parts):
    return parts


def swap(a, b):
    a, b = b, a


def raise_all(prices, by):
    for name in sorted(prices):
        prices[name] = prices.pop(name) + by


def compact(ages):
    for name in ages:
        if ages[name] is None:
            del ages[name]


class Keeper:
    def __init__(self, box):
        self.box = box[:]

    def count(self):
        return len(self.box)

    def put(self, x):
        self.box.append(x)
