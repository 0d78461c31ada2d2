"""Standings of a league."""

from collections.abc import Iterable, Mapping


def standings(results: Iterable[tuple[str, int]], bonus: Mapping[str, int]) -> list[tuple[int, str, int]]:
    """Return the standings of all teams.

    Args:
        results: Name and points of each team.
        bonus: Extra points by name.

    Returns:
        Rank, name and points of each team, the best first.
    """
    totals = [(name, points + bonus.get(name, 0)) for name, points in results]
    totals.sort(key=lambda team: (team[1], team[0]), reverse=True)
    return [(rank, name, points) for rank, (name, points) in enumerate(totals, start=1)]
