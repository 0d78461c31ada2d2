from itertools import groupby


def longest_run(text):
    return max(("".join(group) for _, group in groupby(text)), key=len, default="")


def has_close(numbers, threshold):
    ordered = sorted(numbers)
    return any(b - a < threshold for a, b in zip(ordered, ordered[1:]))


def balanced(text):
    pairs, open_ = {")": "(", "]": "[", "}": "{"}, []
    for letter in text:
        if letter in pairs.values():
            open_.append(letter)
        elif letter in pairs and (not open_ or open_.pop() != pairs[letter]):
            return False
    return not open_


def prime_factors(n):
    found, p = [], 2
    while n > 1:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1
    return found


def roman(n):
    if not 0 < n < 4000:
        raise ValueError(n)
    text = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        text += letters * count
    return text


def digits(n):
    return [int(digit) for digit in str(abs(n))]


def common(a, b):
    return sorted(set(a) & set(b))


def rotate(xs, k):
    if not xs:
        return []
    k %= len(xs)
    return xs[-k:] + xs[:-k]


def median(xs):
    if not xs:
        raise ValueError("nothing")
    xs, half = sorted(xs), len(xs) // 2
    return xs[half] if len(xs) % 2 else (xs[half - 1] + xs[half]) / 2


def words_by_length(text):
    found = {}
    for word in text.split():
        found.setdefault(len(word), []).append(word)
    return dict(sorted(found.items()))


def merge_ranges(ranges):
    merged = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def make_change(amount, coins):
    best = [0] + [None] * amount
    for i in range(1, amount + 1):
        ways = [best[i - c] for c in coins if c <= i and best[i - c] is not None]
        best[i] = min(ways) + 1 if ways else None
    return -1 if best[amount] is None else best[amount]
