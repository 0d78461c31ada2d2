import reference
import solution
from hypothesis import given
from hypothesis import strategies as st

NAMES = ["Ants", "Bees", "Cats", "Dogs", "Elks", "Frogs"]
TEAMS = st.lists(st.sampled_from(NAMES), unique=True, max_size=6)
POINTS = st.integers(-3, 4)
RESULTS = TEAMS.flatmap(
    lambda names: st.tuples(*(st.tuples(st.just(name), POINTS) for name in names)).map(list)
)
BONUS = st.dictionaries(st.sampled_from([*NAMES, "Nobody"]), POINTS, max_size=4)


@given(RESULTS, BONUS)
def test_same_as_the_reference(results, bonus):
    expected = reference.standings(results, bonus)
    assert solution.standings(list(results), dict(bonus)) == expected


@given(RESULTS, BONUS)
def test_ranks(results, bonus):
    table = solution.standings(list(results), dict(bonus))
    points = [each for _, _, each in table]
    assert points == sorted(points, reverse=True)
    assert [rank for rank, _, _ in table] == [1 + points.index(each) for each in points]
    assert {(name, points - bonus.get(name, 0)) for _, name, points in table} == set(results)


@given(RESULTS, BONUS)
def test_bonus_and_points_are_alike(results, bonus):
    table = solution.standings(list(results), dict(bonus))
    assert solution.standings(results[::-1], dict(bonus)) == table
    added = [(name, points + bonus.get(name, 0)) for name, points in results]
    assert solution.standings(added, {}) == table
    assert solution.standings([(name, 0) for name, _ in added], dict(added)) == table
