"""Scores of players in a game."""


class Scoreboard:
    """The points of players in a game.

    >>> board = Scoreboard()
    >>> board.add("Ida", 5)
    5
    >>> board.leaders()
    ['Ida']
    """

    def __init__(self) -> None:
        self._scores: dict[str, int] = {}

    def add(self, name: str, points: int) -> int:
        """Add points to a player and return the new score."""
        self._scores[name] = self.score(name) + points
        return self._scores[name]

    def score(self, name: str) -> int:
        """Return the score of a player, 0 for somebody unknown."""
        return self._scores.get(name, 0)

    def leaders(self) -> list[str]:
        """Return the sorted names of all who have the highest score."""
        best = max(self._scores.values(), default=0)
        return sorted(name for name, score in self._scores.items() if score == best)

    def ranking(self) -> list[tuple[str, int]]:
        """Return all players with their scores, the highest first, equal ones by name."""
        return sorted(self._scores.items(), key=lambda entry: (-entry[1], entry[0]))
