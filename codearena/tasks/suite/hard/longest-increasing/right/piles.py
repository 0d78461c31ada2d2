class Piles:
    """Patience: a card goes on the first pile whose top is not smaller."""

    def __init__(self):
        self.tops = []

    def find(self, card):
        low, high = 0, len(self.tops)
        while low < high:
            middle = (low + high) // 2
            if self.tops[middle] < card:
                low = middle + 1
            else:
                high = middle
        return low

    def put(self, card):
        pile = self.find(card)
        if pile == len(self.tops):
            self.tops.append(card)
        else:
            self.tops[pile] = card


def longest_increasing(numbers):
    piles = Piles()
    for number in numbers:
        piles.put(number)
    return len(piles.tops)
