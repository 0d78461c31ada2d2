"""Standings of a league."""

from collections.abc import Iterable, Mapping


def standings(
    results: Iterable[tuple[str, int]], bonus: Mapping[str, int]
) -> list[tuple[int, str, int]]:
    """Return rank, name and points of each team, the best first; equal points share a rank.

    >>> standings([("Reds", 4), ("Blues", 6)], {"Reds": 3})
    [(1, 'Reds', 7), (2, 'Blues', 6)]
    """
    teams = sorted((-points - bonus.get(name, 0), name) for name, points in results)
    ranked: list[tuple[int, str, int]] = []
    for place, (lost, name) in enumerate(teams, start=1):
        tied = bool(ranked) and ranked[-1][2] == -lost
        ranked.append((ranked[-1][0] if tied else place, name, -lost))
    return ranked
