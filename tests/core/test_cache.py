"""Grades are kept by content, the most recently used ones, for any number of threads."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from codearena.core.cache import Key, MemoryCache
from codearena.core.evidence import Evidence
from codearena.core.grade import Grade, Resources, SandboxReport
from codearena.core.plan import Plan, Term

PLAN = Plan(
    profile="default",
    rule="correctness-first",
    terms=(Term(scorer="tests", version="1", where="m:f", stage="execution", role="weighted", weight=0.7),),
)


def key(number: int) -> Key:
    return ("task", f"submission {number}", "plan")


def grade(number: int) -> Grade:
    return Grade.of(
        plan=PLAN,
        evidence=(Evidence(scorer="tests", value=1.0),),
        task="t",
        task_digest="task",
        submission_digest=f"submission {number}",
        resources=Resources(),
        sandbox=SandboxReport(level="locked"),
    )


def held(cache: MemoryCache, numbers: range) -> list[int]:
    return [number for number in numbers if cache.get(key(number)) is not None]


def test_what_was_put_is_got_and_nothing_else() -> None:
    cache, made = MemoryCache(), grade(1)
    cache.put(key(1), made)
    assert cache.get(key(1)) is made
    assert cache.get(key(2)) is None
    assert cache.get(("task", "submission 1", "another plan")) is None


def test_a_later_grade_takes_the_place_of_an_earlier_one() -> None:
    cache, later = MemoryCache(2), grade(2)
    cache.put(key(1), grade(1))
    cache.put(key(1), later)
    assert cache.get(key(1)) is later


def test_a_full_cache_forgets_what_was_used_longest_ago() -> None:
    cache = MemoryCache(3)
    for number in range(5):
        cache.put(key(number), grade(number))
    assert held(cache, range(5)) == [2, 3, 4]


def test_getting_and_putting_again_count_as_use() -> None:
    cache = MemoryCache(3)
    for number in range(3):
        cache.put(key(number), grade(number))
    cache.get(key(0))
    cache.put(key(1), grade(1))
    cache.put(key(3), grade(3))
    assert held(cache, range(4)) == [0, 1, 3]


def test_asking_for_what_is_not_there_changes_nothing() -> None:
    cache = MemoryCache(1)
    cache.put(key(1), grade(1))
    cache.get(key(2))
    assert cache.get(key(1)) is not None


def test_threads_may_share_it() -> None:
    cache, threads, each = MemoryCache(10), 4, 2000
    together = threading.Barrier(threads)

    def use(first: int) -> int:
        wrong = 0
        together.wait()
        for turn in range(each):
            number = (first + turn) % 25
            cache.put(key(number), grade(number))
            found = cache.get(key((number + 13) % 25))
            wrong += found is not None and found.submission_digest != f"submission {(number + 13) % 25}"
        return wrong

    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(use, range(threads))) == [0] * threads
    assert len(held(cache, range(25))) == 10
