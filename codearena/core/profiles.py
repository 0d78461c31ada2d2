"""The built-in profiles. Their numbers are relied on from outside: see ``docs/reference/profiles.md``, made from here."""

from __future__ import annotations

from collections.abc import Mapping

from codearena.core.plan import Entry, Profile

DEFAULT = Profile(
    name="default",
    rule="correctness-first",
    about=(
        "Correctness first: everything else pays only in proportion to it. The reference earns exactly 1, doing nothing 0, "
        "and what is not solved never more than 0.70."
    ),
    entries=(
        Entry(scorer="compiles", role="gate"),
        Entry(scorer="tests", role="weighted", weight=0.55),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="properties", role="weighted"),
        Entry(scorer="efficiency", role="weighted", weight=0.30),
        Entry(scorer="complexity", role="weighted", weight=0.05),
        Entry(scorer="security", role="weighted", weight=0.05),
        Entry(scorer="quality", role="weighted", weight=0.05),
        Entry(scorer="judge-correctness"),
        Entry(scorer="judge-security"),
        Entry(scorer="judge-quality"),
    ),
)

HYBRID = Profile(
    name="hybrid",
    rule="hybrid",
    about=(
        "A plain sum, with part of it from a language model. Without a judge each of its three terms is a declared 0.5: the "
        "most that can be earned is then 0.90, and an idle file that compiles earns 0.25."
    ),
    entries=(
        Entry(scorer="compiles", role="gate", weight=0.15),
        Entry(scorer="tests", role="weighted", weight=0.35),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="properties", role="weighted"),
        Entry(scorer="efficiency", role="weighted", weight=0.30),
        Entry(scorer="judge-correctness", role="weighted", weight=0.10, fallback=0.5),
        Entry(scorer="judge-security", role="weighted", weight=0.05, fallback=0.5),
        Entry(scorer="judge-quality", role="weighted", weight=0.05, fallback=0.5),
    ),
)

MULTILEVEL = Profile(
    name="multilevel",
    rule="weighted-sum",
    about=(
        "A ladder for beginners: a program that parses, runs, and looks tidy is paid for it before it is right. The most that "
        "can be earned is 1; an idle file that compiles and is tidy earns 0.30, and one whose tests end in wrong answers up to 0.60."
    ),
    entries=(
        Entry(scorer="compiles", role="gate", weight=0.2),
        Entry(scorer="execution", role="weighted", weight=0.3),
        Entry(scorer="tests", role="weighted", weight=0.3),
        Entry(scorer="integrity", role="gate"),
        Entry(scorer="properties", role="weighted"),
        Entry(scorer="efficiency", role="weighted", weight=0.1),
        Entry(
            scorer="quality",
            role="weighted",
            weight=0.1,
            options=(
                ("cyclomatic", True),
                ("maintainability", False),
                ("max_complexity", 10),
                ("pep8", True),
                ("pylint", False),
                ("relative", False),
                ("security", True),
            ),
        ),
    ),
)

PROFILES: Mapping[str, Profile] = {profile.name: profile for profile in (DEFAULT, HYBRID, MULTILEVEL)}
