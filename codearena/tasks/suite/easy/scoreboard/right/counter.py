from collections import Counter
from itertools import groupby


class Scoreboard(Counter):
    def add(self, name, points):
        self[name] += points
        return self[name]

    def score(self, name):
        return self[name]

    def ranking(self):
        return sorted(self.items(), key=lambda entry: (-entry[1], entry[0]))

    def leaders(self):
        for _, best in groupby(self.ranking(), key=lambda entry: entry[1]):
            return [name for name, _ in best]
        return []
