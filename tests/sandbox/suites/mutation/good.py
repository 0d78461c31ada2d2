import copy


def rotate(grid):
    turned = [list(row) for row in zip(*grid[::-1])]
    for row, new in zip(grid, turned):
        row[:] = new


def zeros_last(values):
    values.sort(key=lambda value: value == 0)


def distinct(values):
    values[:] = sorted(set(values))
    return len(values)


def update(config, other):
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(config.get(key), dict):
            update(config[key], value)
        else:
            config[key] = copy.deepcopy(value)
    return config


def drain(queue, n):
    return [queue.popleft() for _ in range(n)]


def tally(counts, letters):
    counts.update(letters)


def drop(seen, test):
    gone = {x for x in seen if test(x)}
    seen -= gone
    return len(gone)


def pad(data, size):
    missing = -len(data) % size
    data.extend(bytes([missing]) * missing)


def collect(x, into=None):
    into = [] if into is None else into
    into.append(x)
    return into


def relabel(box, label):
    box.label = label
    box.items.append(label)


def double(values):
    for i, value in enumerate(values):
        values[i] = value * 2 if not isinstance(value, str) else value / 2


def bump(rows):
    for row in rows:
        row[0] += 1


def depth(xs, seen=()):
    if not isinstance(xs, list):
        return 0
    if any(xs is each for each in seen):
        return -1
    depths = [depth(x, (*seen, xs)) for x in xs]
    return -1 if -1 in depths else 1 + max(depths, default=0)


def outer(parts):
    return list(parts)


def swap(a, b):
    a[:], b[:] = b[:], a[:]


def raise_all(prices, by):
    for name in prices:
        prices[name] += by


def compact(ages):
    for name in [name for name, age in ages.items() if age is None]:
        del ages[name]


class Keeper:
    def __init__(self, box):
        self._box = box

    def count(self):
        return len(self._box)

    def put(self, x):
        self._box.append(x)
