class Scoreboard:
    """Keeps every single entry, and adds them up whenever it is asked."""

    def __init__(self):
        self.entries = []

    def add(self, name, points):
        self.entries.append((name, points))
        return self.score(name)

    def score(self, name):
        return sum(points for player, points in self.entries if player == name)

    def ranking(self):
        left = sorted({name for name, _ in self.entries})
        ranks = []
        while left:
            best = max(left, key=self.score)
            left.remove(best)
            ranks.append((best, self.score(best)))
        return ranks

    def leaders(self):
        return [name for name, score in self.ranking() if score == self.ranking()[0][1]]
