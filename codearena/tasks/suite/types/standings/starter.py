def standings(results, bonus):
    """Return rank, name and points of each team, the best first."""
    for team in results:
        team[1] += bonus.get(team[0], 0)
    ranked = []
    for place, (name, points) in enumerate(ordered(results), start=1):
        rank = place
        if ranked and ranked[-1][2] == points:
            rank = ranked[-1][0]
        ranked.append((rank, name, points))
    return ranked


def ordered(teams):
    """Return the teams by points, the most first, then by name."""
    return teams.sort(key=lambda team: (-team[1], team[0]))
