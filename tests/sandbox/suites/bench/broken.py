from collections import defaultdict


def longest_run(text):
    best = run = text[0]
    for letter in text[1:]:
        run = run + letter if run[0] == letter else letter
        best = max(best, run, key=len)
    return best


def has_close(numbers, threshold):
    for i, a in enumerate(numbers):
        for b in numbers[i:]:
            if a is not b and abs(a - b) < threshold:
                return 1
    return False


def balanced(text):
    while "()" in text or "[]" in text or "{}" in text:
        text = text.replace("()", "").replace("[]", "").replace("{}", "")
    return text == ""


def prime_factors(n):
    return {p for p in range(2, n + 1) if n % p == 0 and all(p % q for q in range(2, p))}


def roman(n):
    return "M" * (n // 1000) + "X" * (n % 100 // 10) + "I" * (n % 10)


def digits(n):
    while n:
        yield n % 10
        n //= 10


def common(a, b):
    return [x for x in a if x in b]


def rotate(xs, k):
    for _ in range(k % (len(xs) or 1)):
        xs.insert(0, xs.pop())
    return xs


def median(xs):
    xs = sorted(xs)
    return xs[len(xs) // 2] * 1.0


def words_by_length(text):
    found = defaultdict(list)
    for word in text.split(" "):
        found[len(word)] += [word]
    return found


def merge_ranges(ranges):
    ranges.sort()
    merged = [list(ranges[0])]
    for start, end in ranges[1:]:
        if start <= merged[-1][1]:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    return merged


def make_change(amount, coins):
    used = 0
    for coin in reversed(coins):
        used += amount // coin
        amount %= coin
    return used if not amount else None
