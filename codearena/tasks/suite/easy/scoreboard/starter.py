class Scoreboard:
    """The points of players in a game."""

    def __init__(self):
        scores = {}

    def add(name, points):
        """Add points to a player and return the new score."""
        scores[name] = scores.get(name, 0) + points
        return scores[name]

    def score(name):
        """Return the score of a player, 0 for somebody unknown."""
        return scores.get(name, 0)

    def leaders():
        """Return the sorted names of all who have the highest score."""
        best = max(scores.values(), default=0)
        return sorted(name for name, score in scores.items() if score == best)

    def ranking():
        """Return all players with their scores, the highest first."""
        return sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))
