"""The tree of errors, and the only places where a broad ``except`` is allowed.

```
CodeArenaError
├─ UsageError(ValueError)   raised at the door, before anything runs
│  └─ ConfigError UnknownTaskError UnknownScorerError InvalidTaskError NothingAskedError
│     InvalidSubmissionError UnscoredError
├─ PluginError
│  └─ PluginLoadError PluginConflictError ContractError ScorerCrash
├─ InfrastructureError      ours, worth a retry elsewhere
│  └─ SandboxUnavailable SandboxFault JudgeUnavailable WorkerLost
├─ JudgeRefused             perhaps the submission's doing: its judge has nothing to say
└─ TooManyUnscored          training guard
```

A message says what happened, to which task, scorer or plugin, what was expected, and what to do.

Broad handlers stand at these boundaries and nowhere else: around a scorer (``inside/scoring.py``), around code of
the submission (``inside/candidate.py``, ``inside/program.py``), around a test (``inside/suite.py``), a property and a strategy
(``inside/properties.py``), a workload (``inside/workload.py``), all three while they are loaded (``inside/oracle.py``) and
an object of a test that a submission uses (``inside/proxy.py``), around a plugin's import, offers and announcement hooks
(``core/plugins.py``), around a judge that is one (``sandbox/client.py``), and at the top of each process.
"""

from __future__ import annotations

from collections.abc import Iterable


class CodeArenaError(Exception):
    """Root of everything this library raises on purpose."""


class UsageError(CodeArenaError, ValueError):
    """The caller asked for something that cannot be done; nothing ran."""


class ConfigError(UsageError):
    """A configuration file, key or value is not understood."""


class UnknownTaskError(UsageError):
    """No task has this id or path."""


class UnknownScorerError(UsageError):
    """A profile names a scorer that no plugin offers."""


class InvalidTaskError(UsageError):
    """A task is broken: files missing, keys wrong, or its reference does not pass its own tests."""


class NothingAskedError(InvalidTaskError):
    """A task asks for no more than what doing nothing does."""


class InvalidSubmissionError(UsageError):
    """A submission is not something that can be graded at all: wrong type, or no text."""


class UnscoredError(UsageError):
    """A number was asked of a grade that has none."""


class PluginError(CodeArenaError):
    """A plugin misbehaved; the message names it, its version and the hook."""


class PluginLoadError(PluginError):
    """A plugin could not be imported."""


class PluginConflictError(PluginError):
    """Two plugins offer the same name; every claimant is listed."""


class ContractError(PluginError):
    """A plugin returned something that its hook does not allow."""


class ScorerCrash(PluginError):
    """A scorer raised, hung or died."""


class InfrastructureError(CodeArenaError):
    """We failed, not the submission. A retry elsewhere may help."""


class SandboxUnavailable(InfrastructureError):
    """This machine cannot isolate at the level asked for; the message names what is missing."""


class SandboxFault(InfrastructureError):
    """A box broke in a way that a known-good program shows to be ours."""


class JudgeUnavailable(InfrastructureError):
    """The model endpoint of a judge did not answer."""


class JudgeRefused(CodeArenaError):
    """A judge's endpoint would not take this request, or its answer makes no sense: it may be the submission's doing."""


class WorkerLost(InfrastructureError):
    """A worker process went away in the middle of a request."""


class TooManyUnscored(CodeArenaError):
    """More of a batch than allowed could not be graded; training on the rest would mislead."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `` (did you mean 'x'?)`` for the known word closest to ``word``, or an empty string.

    >>> nearest("profil", ["profile", "seed"])
    " (did you mean 'profile'?)"
    >>> nearest("zzz", ["profile"])
    ''
    """
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f" (did you mean {close[0]!r}?)" if close else ""
