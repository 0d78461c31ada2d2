"""Scores of players in a game."""


class Scoreboard:
    """The points of players in a game."""

    scores: dict[str, int] = {}

    def add(self, name: str, points: int) -> int:
        """Add points to a player and return the new score."""
        self.scores[name] = self.scores.get(name, 0) + points
        return self.scores[name]

    def score(self, name: str) -> int:
        """Return the score of a player, 0 for somebody unknown."""
        return self.scores.get(name, 0)

    def leaders(self) -> list[str]:
        """Return the sorted names of all who have the highest score."""
        best = max(self.scores.values(), default=0)
        return sorted(name for name, score in self.scores.items() if score == best)

    def ranking(self) -> list[tuple[str, int]]:
        """Return all players with their scores, the highest first."""
        return sorted(self.scores.items(), key=lambda entry: entry[1], reverse=True)
