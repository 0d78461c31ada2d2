"""CodeArena grades code: ``grade(code, task)`` returns a reward with the evidence for it."""

from codearena.api import grade, grade_many, load_task
from codearena.arena import Arena
from codearena.core import errors
from codearena.core.case import Case
from codearena.core.contracts import Scorer, scorer
from codearena.core.evidence import Evidence, Finding, Measure, Status
from codearena.core.grade import Component, Grade
from codearena.core.hookspecs import hookimpl
from codearena.core.plan import Entry, Profile
from codearena.core.submission import Submission
from codearena.core.task import Task, TestFile
from codearena.env.reward import Reward

__version__ = "0.1.0"

__all__ = [
    "Arena",
    "Case",
    "Component",
    "Entry",
    "Evidence",
    "Finding",
    "Grade",
    "Measure",
    "Profile",
    "Reward",
    "Scorer",
    "Status",
    "Submission",
    "Task",
    "TestFile",
    "errors",
    "grade",
    "grade_many",
    "hookimpl",
    "load_task",
    "scorer",
]
