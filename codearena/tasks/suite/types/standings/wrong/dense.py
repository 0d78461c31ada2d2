def standings(results, bonus):
    totals = {name: points + bonus.get(name, 0) for name, points in results}
    best = sorted(set(totals.values()), reverse=True)
    table = [(best.index(points) + 1, name, points) for name, points in totals.items()]
    return sorted(table)
