"""The code in what a model wrote. Text in, text out: nothing is parsed or run, and time grows with the length only.

One block is chosen by its place and its tag, and blocks are never joined, so nothing is won by writing several. Rules,
in order:

1. **Reasoning goes.** From ``<think>`` at the start of a line to the next ``</think>``, or to the end where there is
   none. A prompt may have opened the reasoning: a first ``</think>`` at the start or end of a line that no ``<think>``
   precedes takes everything before it along.
2. **Blocks are found as Markdown finds them.** A fence is a line of three or more backticks or tildes, indented or
   not, with a tag after it or none. It is closed by a line of at least as many of the same, without a tag, that is
   indented no deeper: a docstring may hold an example in fences. A tagged fence inside a block opens a nested one. The
   indentation of the opening line is taken off every line.
3. **The tag decides, then the end.** Blocks tagged ``python``, ``py`` or ``python3`` come before untagged ones; blocks
   with another tag (``bash``, ``json``, ``text``) and blank ones are no code. Among equals, a closed block comes
   before one that the end of the completion cut off.
4. **The last one wins**; where the names that tests use are known, the last one that defines one of them at its
   margin, so that an example of usage behind the answer is not taken for it.
5. **A prompt may have opened the block.** Where the only fence is one without a tag that nothing closes, what stands
   before it is a block as well.
6. **No fence at all: the whole text.** Code that holds lines of fences itself must therefore be fenced; see `fence`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from codearena.core.errors import UsageError

Completion = str | Sequence[Mapping[str, Any]]
"""What a model wrote: text, or messages with ``role`` and ``content``."""

_TAGS = {"python": frozenset({"python", "py", "python3"})}

# Compiled when first used: importing this must cost next to nothing.
_THINK = r"(?m)^[ \t]*<think>"
_THOUGHT = r"(?m)^[ \t]*</think>|</think>[ \t\r]*$"
_END_OF_THOUGHT = "</think>"

_FENCE = r"(?m)^([ \t]*)(`{3,}|~{3,})([^\n]*)$"
_TAG = r"[\w+#-]*"
_ONE_WORD = r"[\w+#.-]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    tag: str
    text: str
    closed: bool


def extract_code(completion: Completion, names: Collection[str] = (), language: str = "python") -> str:
    r"""Return the one block of code that counts in ``completion``, by the rules of this module. Pure, in linear time.

    ``completion`` is text, or a list of messages of which the last assistant's counts; its content is text, or a list
    of parts of type ``text``. ``names`` are those that tests use (`Task.entry_points`), ``language`` is a tag.

    Returns an empty text where there is no code. No text makes it raise; `UsageError` says what is wrong with a value
    that is no completion.

    >>> extract_code("Sure:\n```python\nx = 1\n```\nIt prints\n```\n1\n```")
    'x = 1'
    >>> extract_code("<think>\n```python\nx = 2?\n```\n</think>\nx = 1")
    'x = 1'
    >>> extract_code([{"role": "assistant", "content": "~~~py\nx = 1\n~~~"}])
    'x = 1'
    >>> extract_code("```python\nx = 1  # and here the tok")
    'x = 1  # and here the tok'
    >>> answer_and_usage = "```python\ndef f(): return 1\n```\nUsage:\n```python\nprint(f())\n```"
    >>> extract_code(answer_and_usage), extract_code(answer_and_usage, names=["f"])
    ('print(f())', 'def f(): return 1')
    >>> extract_code("```bash\npip install it\n```")
    ''
    >>> extract_code("x = 1")
    'x = 1'
    """
    text = _without_reasoning(_text_of(completion))
    blocks = _blocks(text)
    if not blocks:
        return text
    for tags in (_TAGS.get(language, {language}), {""}):
        for closed in (True, False):
            found = [block.text for block in blocks if block.tag in tags and block.closed is closed and block.text.strip()]
            if found:
                return _last(found, names)
    return ""


def fence(code: str, tag: str = "python") -> str:
    r"""Return ``code`` as a fenced block whose fence is longer than any in it, so that `extract_code` returns it whole.

    >>> print(fence("x = 1"))
    ```python
    x = 1
    ```
    """
    longest = max((len(run) for run in re.findall(r"`{3,}", code)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{tag}\n{code}\n{marks}"


# ------------------------------------------------------------------------------------------------ messages


def _text_of(completion: Completion) -> str:
    if isinstance(completion, str):
        return completion
    if isinstance(completion, bytes | Mapping) or not isinstance(completion, Sequence):
        raise UsageError(f"a completion is text or a list of messages with role and content, not {type(completion).__name__}")
    for message in reversed(completion):
        if not isinstance(message, Mapping):
            raise UsageError(f"a message of a completion has a role and content; this one is {type(message).__name__}")
        if message.get("role") == "assistant":
            return _content(message.get("content"))
    raise UsageError(f"none of the {len(completion)} messages of a completion has the role 'assistant'")


def _content(content: object) -> str:
    if content is None:  # what a message of nothing but tool calls holds
        return ""
    if isinstance(content, str):
        return content
    if isinstance(content, Sequence) and not isinstance(content, bytes):
        return "".join(map(_part, content))
    raise UsageError(f"the content of a message is text or a list of parts, not {type(content).__name__}")


def _part(part: object) -> str:
    if not isinstance(part, Mapping):
        raise UsageError(f"a part of a message is a mapping with type and text, not {type(part).__name__}")
    text = part.get("text")
    return text if part.get("type") == "text" and isinstance(text, str) else ""


# ------------------------------------------------------------------------------------------------ reasoning


def _without_reasoning(text: str) -> str:
    opened, closed = re.search(_THINK, text), re.search(_THOUGHT, text)
    at = closed.end() if closed and not (opened and opened.start() < closed.start()) else 0
    if opened is None and at == 0:
        return text
    kept = []
    thinking = re.compile(_THINK)
    while opened := thinking.search(text, at):
        kept.append(text[at : opened.start()])
        end = text.find(_END_OF_THOUGHT, opened.end())
        if end < 0:
            break
        at = end + len(_END_OF_THOUGHT)
    else:
        kept.append(text[at:])
    return "".join(kept).lstrip()  # what follows the reasoning on its line is no indentation


# ------------------------------------------------------------------------------------------------ blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fence:
    start: int
    end: int
    indent: int
    mark: str
    length: int
    info: str

    def ends_or_nests_in(self, block: _Fence) -> bool:
        return self.mark == block.mark and self.length >= block.length and self.indent <= block.indent


def _fences(text: str) -> Iterator[_Fence]:
    for line in re.finditer(_FENCE, text):
        marks = line.start(2)
        sizes = {"start": line.start(), "end": line.end(), "indent": marks - line.start(), "length": line.end(2) - marks}
        yield _Fence(mark=text[marks], info=line[3].strip(), **sizes)


def _blocks(text: str) -> list[_Block]:
    found: list[_Block] = []
    opening: _Fence | None = None
    nested = 0
    for line in _fences(text):
        if opening is None:
            if line.mark == "~" or "`" not in line.info:  # else it is code within a line of prose
                opening, nested = line, 0
        elif not line.ends_or_nests_in(opening):
            continue
        elif line.info:
            nested += bool(re.fullmatch(_ONE_WORD, line.info))
        elif nested:
            nested -= 1
        else:
            found.append(_block(opening, text[opening.end + 1 : line.start - 1], closed=True))
            opening = None
    if opening is not None:
        if not found and not opening.info:
            found.append(_Block(tag="", text=text[: max(opening.start - 1, 0)], closed=False))
        found.append(_block(opening, text[opening.end + 1 :], closed=False))
    return found


def _block(opening: _Fence, text: str, *, closed: bool) -> _Block:
    tag = re.match(_TAG, opening.info.lstrip("{."))
    if opening.indent:
        text = re.sub(rf"^[ \t]{{1,{opening.indent}}}", "", text, flags=re.MULTILINE)
    return _Block(tag=tag[0].lower() if tag else "", text=text, closed=closed)


def _last(found: Sequence[str], names: Collection[str]) -> str:
    if names and len(found) > 1:
        any_name = "|".join(map(re.escape, names))
        defines = re.compile(rf"^(?:(?:async[ \t]+)?def|class)[ \t]+(?:{any_name})\b|^(?:{any_name})[ \t]*[:=](?!=)", re.MULTILINE)
        return next((block for block in reversed(found) if defines.search(block)), found[-1])
    return found[-1]
