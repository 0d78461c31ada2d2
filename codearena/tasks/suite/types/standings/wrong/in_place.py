def standings(results, bonus):
    for index, (name, points) in enumerate(results):
        results[index] = (name, points + bonus.get(name, 0))
    results.sort(key=lambda team: -team[1])
    ranked = []
    for place, (name, points) in enumerate(results, start=1):
        rank = ranked[-1][0] if ranked and ranked[-1][2] == points else place
        ranked.append((rank, name, points))
    return ranked
