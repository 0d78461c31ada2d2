"""Best lengths by rank of the last number, in a tree of maxima."""


def longest_increasing(numbers):
    rank = {number: i + 1 for i, number in enumerate(sorted(set(numbers)))}
    best = [0] * (len(rank) + 1)

    def best_below(i):
        found = 0
        i -= 1
        while i > 0:
            found = max(found, best[i])
            i &= i - 1
        return found

    def raise_to(i, length):
        while i < len(best):
            best[i] = max(best[i], length)
            i += i & -i

    longest = 0
    for number in numbers:
        length = best_below(rank[number]) + 1
        raise_to(rank[number], length)
        longest = max(longest, length)
    return longest
