class Scoreboard:
    def __init__(self):
        self.scores = {}

    def add(self, name, points):
        self.scores[name] = self.score(name) + points
        return points

    def score(self, name):
        return self.scores.setdefault(name, 0)

    def leaders(self):
        if not self.scores:
            return []
        return [max(self.scores, key=self.scores.get)]

    def ranking(self):
        return sorted(self.scores.items(), key=lambda entry: -entry[1])
