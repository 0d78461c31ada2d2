"""What a program says to its readers, apart from what it does: where it addresses a judge, and how it reads without.

Nothing here needs to be complete: a judge is told that the text is data, and earns more trust than a list of phrases. It
has to be deterministic, and quick on whatever a submission may be.
"""

from __future__ import annotations

import ast
import io
import re
import sys
import tokenize
import unicodedata
import warnings
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

PROSE_WORDS = 4
"""From so many words on, a text in quotes counts as prose."""
NAME_WORDS = 5
"""From so many words on, a name does."""
ELIDED = "..."
_LONGEST_INTEGER = 10_000
"""Bits of an integer that is written out: Python does not write very long ones."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_SEAM = re.compile(r"_+|(?<=[a-z0-9])(?=[A-Z])")
_GAP = r"(?:\W{1,20}\w{1,30}){0,%d}?\W{1,20}"
_OLD = "previous|prior|above|earlier|preceding|foregoing"
_BEST = "full|perfect|maximum|maximal|max|top|highest|best"
_MARKS = "marks?|scores?|points|credits?|grades?|ratings?|rewards?"
_WORK = "solution|submission|code|program|answer|file|work"
_RULES = r"instruct\w{0,10}|rules?|rubric|prompts?|guidelines?|directives?"
_JUDGE = "judge|grader|evaluator|examiner|llm|ai|language model|assistant"
_DROP = "ignore|disregard|forget|override|bypass"
_PATTERNS = (
    rf"\b(?:{_DROP})\b{_GAP % 4}(?:{_OLD})\b{_GAP % 2}(?:{_RULES}|messages?|directions?|orders?|context|texts?)\b",
    rf"\b(?:{_DROP}) (?:all|any|your)\b{_GAP % 2}(?:{_RULES})\b",
    rf"\b(?:ignore|disregard|forget) (?:all |the )?(?:{_OLD})(?=\W{{0,3}}$)",
    rf"\b(?:give|giving|award|assign|grant|deserves?)\b{_GAP % 5}(?:{_BEST})(?: possible)? (?:{_MARKS})\b",
    rf"\b(?:score|rate|grade|mark|judge) (?:this|my|the) (?:\w{{1,20}} )?(?:{_WORK}) (?:as|with|at|highly|fully|full|perfect|1|10|100)\b",
    r"\b(?:score|rate|grade) (?:it|this|me) (?:as |with |at |an? )?(?:highly|full|perfect|max|1|10|100)\b",
    r"""["']score["']\s{0,5}:\s{0,5}(?:0?\.\d|[01]\b)""",
    r"\binstructions found\b",
    r"<\|[\w\s]{1,30}\|>|\[/?INST\]|<</?SYS>>|</?(?:system|assistant)>|^\W{0,5}#{2,}\s?(?:system|instructions?|assistant)\b",
    r"^\W{0,5}(?:system|assistant)(?: (?:prompt|message|note|override))?\s?:",
    rf"\b(?:attention|dear|note|message|hint|hello|hi)\b{_GAP % 2}(?:{_JUDGE})\b",
    rf"\b(?:you are|act as|as) (?:now )?(?:an? |the )?(?:\w{{1,20}} )?(?:{_JUDGE})\b",
    rf"\b(?:do not|don't|never) (?:report|mention|flag)\b{_GAP % 2}(?:instruct\w{{0,10}}|comments?|texts?|prompts?)\b",
    r"\b(?:system prompt|prompt injection|new instructions?:|jailbreak)",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A place where a program speaks to its judge."""

    line: int
    where: str
    """``comment``, ``text`` or ``name``."""
    words: str
    """What it says there, as far as it was recognised."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    line: int
    last: int
    node: ast.Constant | str | None = None
    """What of the program it is; None for a comment."""


class Prose:
    """The prose of one Python file. Raises `SyntaxError`, `ValueError` or `RecursionError` when it cannot be parsed.

    What ``known`` says as well, such as a task's prompt, is not the author's own, and left alone.
    """

    def __init__(self, text: str, known: str = "") -> None:
        self._known = known
        with warnings.catch_warnings(), _deep():
            warnings.simplefilter("ignore")  # such as invalid escapes
            tree = ast.parse(text)
            comments, strings, names = list(_comments(text)), _strings(tree), dict(_names(tree))
            spoken: set[int] = set()
            labels = [_Piece(_split(name), line, line, name) for name, line in names.items()]
            said = [*self._remarks("comment", comments, spoken), *self._remarks("text", strings, spoken)]
            for label in labels:
                said += self._remarks("name", [label], spoken)
            self.remarks = tuple(sorted(said, key=lambda remark: remark.line))
            """Where the program speaks to its judge, by line."""
            own = set(names) - set(re.findall(r"\w+", known))
            wordy = [each.node for each in labels if each.node in own and (id(each) in spoken or count_words(str(each.node)) >= NAME_WORDS)]
            renamed = {str(name): f"name_{number}" for number, name in enumerate(wordy, 1)}
            elided = {id(piece.node) for piece in strings if id(piece) in spoken or self._is_prose(piece.text)}
            cleaner = _Neutral(elided, renamed)
            self.neutral = _written(cleaner.visit(tree))
            """The program without comments, docstrings, long texts and wordy names, laid out anew."""
        self.has_prose = bool(comments) or cleaner.changed
        """Whether there was anything to take out."""
        prose = [*comments, *(piece for piece in strings if id(piece.node) in elided)]
        self.line = min((piece.line for piece in prose), default=None)
        """Line of the first comment or long text; None where there is none."""

    def _is_prose(self, text: str) -> bool:
        return len(_WORD.findall(text)) >= PROSE_WORDS and text.strip() not in self._known

    def _is_given(self, text: str) -> bool:
        """Whether a text is the task's. A few words are nobody's, unless they are what a judge would be told."""
        return text.strip() in self._known and (len(_WORD.findall(text)) >= PROSE_WORDS or addresses_judge(text))

    def _remarks(self, where: str, pieces: list[_Piece], spoken: set[int]) -> Iterator[Remark]:
        """Yield what the pieces say in one breath, since a sentence may be cut up; add those it is made of to ``spoken``."""
        own = [piece for piece in pieces if not self._is_given(piece.text)]
        texts = [_normal(piece.text) for piece in own]
        starts, at = [], 0
        for text in texts:
            starts.append(at)
            at += len(text) + 1
        whole = "\n".join(texts)
        for hit in _addressing().finditer(whole):
            first, last = bisect_right(starts, hit.start()) - 1, bisect_right(starts, hit.end() - 1) - 1
            spoken.update(id(piece) for piece in own[first : last + 1])
            line = own[first].line + whole.count("\n", starts[first], hit.start())
            yield Remark(line=min(line, own[first].last), where=where, words=" ".join(hit.group().split()))


@cache
def _addressing() -> re.Pattern[str]:
    """Return the pattern of all phrases. A blank in one may be the end of a line, or of a piece of a sentence that was cut up."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS).replace(" ", r"\s{1,9}"), re.IGNORECASE | re.MULTILINE)


def addresses_judge(text: str) -> bool:
    """Whether a text, or a name with its words set apart, speaks to a judge."""
    return bool(_addressing().search(_normal(_split(text))))


# ---------------------------------------------------------------------------------------------------- what there is


def _comments(text: str) -> Iterator[_Piece]:
    if "#" not in text:
        return
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield _Piece(token.string.lstrip("#! "), token.start[0], token.start[0])
    except (tokenize.TokenError, SyntaxError):
        return


def _strings(tree: ast.AST) -> list[_Piece]:
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)]
    nodes.sort(key=lambda node: (node.lineno, node.col_offset))
    return [_Piece(_text(node), node.lineno, node.end_lineno or node.lineno, node) for node in nodes]


def _text(node: ast.Constant) -> str:
    value = node.value
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


_NAME_FIELDS = frozenset({"id", "arg", "name", "attr", "asname", "module", "rest", "names", "kwd_attrs"})


def _names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield every name with the line where it stands last, in order of the first."""
    line = 1
    for node in ast.walk(tree):
        line = getattr(node, "lineno", line)
        for field, value in ast.iter_fields(node):
            if field in _NAME_FIELDS:
                for name in value if isinstance(value, list) else [value]:
                    if isinstance(name, str):
                        yield from ((part, line) for part in name.split("."))


def _normal(text: str) -> str:
    """Return ``text`` in compatible letters, without invisible ones, with underscores and runs of blanks as one space."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return re.sub(r"[ \t_]+", " ", text)


def _split(name: str) -> str:
    return _SEAM.sub(" ", name)


def count_words(name: str) -> int:
    """Return how many words a name is made of."""
    return len(_WORD.findall(_split(name)))


# ---------------------------------------------------------------------------------------------------- without it


@contextmanager
def _deep() -> Iterator[None]:
    """Allow for trees as deep as what compiles: walking and writing them takes several calls for each level."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, 10_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _written(tree: ast.AST) -> str:
    ast.fix_missing_locations(tree)
    try:
        return ast.unparse(tree)
    except ValueError:  # a text with expressions in it that only its own quotes can hold
        return ast.unparse(_WithoutTemplates().visit(tree))


class _WithoutTemplates(ast.NodeTransformer):
    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Constant:
        return ast.Constant(ELIDED)


class _Neutral(ast.NodeTransformer):
    """Takes out texts that stand alone, elides those that are listed, and renames."""

    def __init__(self, elided: set[int], renamed: dict[str, str]) -> None:
        self._elided, self._renamed = elided, renamed
        self.changed = bool(renamed)

    def generic_visit(self, node: ast.AST) -> ast.AST:
        filled = [field for field in ("body", "finalbody") if isinstance(getattr(node, field, None), list) and getattr(node, field)]
        super().generic_visit(node)
        for field in filled:
            if not getattr(node, field):
                setattr(node, field, [ast.Pass()])
        for field, value in ast.iter_fields(node):
            if field in _NAME_FIELDS and isinstance(value, str):
                setattr(node, field, self._rename(value))
            elif field in _NAME_FIELDS and isinstance(value, list):
                setattr(node, field, [self._rename(one) if isinstance(one, str) else one for one in value])
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST | None:
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, str | bytes):
            self.changed = True
            return None
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, int) and node.value.bit_length() > _LONGEST_INTEGER:
            return ast.Name("huge_number")
        if id(node) not in self._elided:
            return node
        self.changed = True
        return ast.Constant(ELIDED.encode() if isinstance(node.value, bytes) else ELIDED)

    def _rename(self, name: str) -> str:
        return ".".join(self._renamed.get(part, part) for part in name.split("."))
