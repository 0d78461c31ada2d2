"""The code in a completion: which block counts, and that no text is too strange to read."""

from __future__ import annotations

import doctest
import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from codearena.core.errors import UsageError
from codearena.env import extract
from codearena.env.extract import extract_code, fence

CODE = "def f(x):\n    return x + 1"
USAGE = "print(f(1))"


def test_the_examples_of_the_documentation_hold() -> None:
    tried = doctest.testmod(extract)
    assert tried.attempted
    assert not tried.failed


# ------------------------------------------------------------------------------------------------ one block

SHAPES = {
    "tagged": f"Here you are:\n\n```python\n{CODE}\n```\nIt adds one.",
    "no prose": f"```python\n{CODE}\n```",
    "untagged": f"```\n{CODE}\n```\n",
    "py": f"```py\n{CODE}\n```",
    "python3": f"```python3\n{CODE}\n```",
    "capitals": f"```Python\n{CODE}\n```",
    "space before the tag": f"``` python\n{CODE}\n```",
    "words after the tag": f'```python title="solution.py"\n{CODE}\n```',
    "file name on the tag": f"```python:solution.py\n{CODE}\n```",
    "braces around the tag": f"```{{.python .numberLines}}\n{CODE}\n```",
    "tildes": f"~~~python\n{CODE}\n~~~",
    "four backticks": f"````python\n{CODE}\n````",
    "closed by more": f"```python\n{CODE}\n`````",
    "blanks behind the closing fence": f"```python\n{CODE}\n```   \nDone.",
    "indented": "1. Fix it:\n   ```python\n   def f(x):\n       return x + 1\n   ```\n",
    "indented, with a blank line of no indentation": "  ```python\n  def f(x):\n      return x + 1\n```",
    "code within a line": f"Use `f` or ```f(x)```:\n```python\n{CODE}\n```",
    "cut off": f"Sure:\n```python\n{CODE}",
    "cut off without a tag": f"```\n{CODE}",
    "the prompt opened the block": f"{CODE}\n```",
    "an empty block behind": f"```python\n{CODE}\n```\n```python\n\n```",
    "a shell command behind": f"```python\n{CODE}\n```\nRun it:\n```bash\npython solution.py\n```",
    "its output behind": f"```python\n{CODE}\n```\nOutput:\n```\n2\n```",
    "its output as text behind": f"```python\n{CODE}\n```\n```text\n2\n```",
    "data before": f'```json\n{{"x": 1}}\n```\n```python\n{CODE}\n```',
    "an attempt before": f"```python\ndef f(x): return x\n```\nNo, that is wrong:\n```python\n{CODE}\n```",
    "an attempt cut off behind": f"```python\n{CODE}\n```\nOr shorter:\n```python\nf = lamb",
    "reasoning before": f"<think>\nAdd one.\n</think>\n```python\n{CODE}\n```",
    "reasoning before the bare code": f"<think>Add one.</think> {CODE}",
    "reasoning that the prompt opened": f"So we add one.\n</think>\n\n{CODE}",
    "reasoning with an open block": f"<think>\n```python\ndef f(\n</think>\n```python\n{CODE}\n```",
    "reasoning twice": f"<think>\nA\n</think>\nHm.\n<think>\nB\n</think>\n```python\n{CODE}\n```\n<think>\n```python\nf = 1\n```\n",
    "bare": CODE,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_code_is_found_in(shape: str) -> None:
    assert extract_code(SHAPES[shape]) == CODE


@pytest.mark.parametrize(
    "completion",
    [
        "",
        "```",
        "```python\n```",
        "```python\n\n   \n```",
        "```bash\npip install it\n```",
        '```json\n{"x": 1}',
        "```pycon\n>>> f(1)\n2\n```",
        "<think>\nI never come to an end",
        "<think>\n```python\nx = 1\n```\n",
    ],
)
def test_no_code_is_an_empty_text(completion: str) -> None:
    assert extract_code(completion).strip() == ""


def test_lines_keep_their_ends() -> None:
    assert extract_code("Sure:\r\n```python\r\nx = 1\r\ny = 2\r\n```\r\nDone.\r\n") == "x = 1\r\ny = 2\r"


def test_blocks_are_never_joined() -> None:
    assert extract_code(f"```python\nimport math\n```\nand\n```python\n{CODE}\n```") == CODE


# ------------------------------------------------------------------------------------------------ fences inside


def test_a_docstring_may_hold_an_example_in_fences() -> None:
    code = 'def f(x):\n    """Add one.\n\n    ```\n    f(1)\n    ```\n    """\n    return x + 1'
    assert extract_code(f"```python\n{code}\n```\nDone.") == code


def test_a_tagged_fence_inside_a_block_is_part_of_it() -> None:
    code = '"""Example:\n\n```python\nf(1)\n```\n"""\n' + CODE
    assert extract_code(f"```python\n{code}\n```\nDone.") == code


def test_a_longer_or_another_fence_holds_a_shorter_one() -> None:
    code = f'"""\n```\n```python\n"""\n{CODE}'
    assert extract_code(f"````python\n{code}\n````") == code
    assert extract_code(f"~~~python\n{code}\n~~~") == code


def test_words_behind_backticks_inside_a_block_change_nothing() -> None:
    code = f'"""\n``` and so on\n"""\n{CODE}'
    assert extract_code(f"```python\n{code}\n```\nDone.") == code


def test_a_tag_of_reasoning_within_a_line_of_code_is_code() -> None:
    code = 'TAGS = "<think>", "</think>", None'
    assert extract_code(f"```python\n{code}\n```") == code
    assert extract_code(code) == code


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize("behind", [USAGE, "import solution\nsolution.f(1)", "def test_f():\n    assert f(1) == 2", "f == 1", "ff = 1"])
def test_an_example_of_usage_is_not_the_answer(behind: str) -> None:
    completion = f"```python\n{CODE}\n```\nFor example:\n```python\n{behind}\n```"
    assert extract_code(completion, names=["f"]) == CODE
    assert extract_code(completion) == behind


@pytest.mark.parametrize("answer", ["async def f(x): return x", "class f: pass", "f = int", "f: object = int"])
def test_every_way_of_defining_a_name_counts(answer: str) -> None:
    assert extract_code(f"```python\n{answer}\n```\n```python\n{USAGE}\n```", names=["g", "f"]) == answer


def test_the_last_definition_counts() -> None:
    assert extract_code(f"```python\nf = 1\n```\n```python\n{CODE}\n```\n```python\n{USAGE}\n```", names=["f"]) == CODE


def test_names_that_nothing_defines_leave_the_last_block() -> None:
    assert extract_code(f"```python\n{CODE}\n```\n```python\n{USAGE}\n```", names=["g", "a.b", "("]) == USAGE


def test_the_block_that_the_prompt_opened_is_told_by_its_names() -> None:
    assert extract_code(f"{CODE}\n```\nIt adds one. For example:\n```python\n{USAGE}\n```", names=["f"]) == CODE


def test_another_language_has_another_tag() -> None:
    completion = "```javascript\nlet x\n```\n```python\nx = 1\n```"
    assert extract_code(completion, language="javascript") == "let x"


# ------------------------------------------------------------------------------------------------ messages


@pytest.mark.parametrize(
    "completion",
    [
        [{"role": "assistant", "content": CODE}],
        ({"role": "assistant", "content": f"```python\n{CODE}\n```"},),
        [{"role": "assistant", "content": [{"type": "text", "text": "```python\n"}, {"type": "text", "text": f"{CODE}\n```"}]}],
        [{"role": "assistant", "content": [{"type": "image", "text": "x"}, {"type": "text", "text": CODE}, {"type": "text"}]}],
        [
            {"role": "assistant", "content": "x = 0", "tool_calls": []},
            {"role": "tool", "content": "x = 2"},
            {"role": "assistant", "content": CODE},
            {"role": "user", "content": "Thanks"},
        ],
    ],
    ids=["text", "fenced", "parts", "parts of other types", "dialogue"],
)
def test_the_last_message_of_the_assistant_counts(completion: Any) -> None:
    assert extract_code(completion) == CODE


def test_a_message_of_nothing_but_tool_calls_holds_no_code() -> None:
    assert extract_code([{"role": "assistant", "content": None, "tool_calls": [{}]}]) == ""


@pytest.mark.parametrize(
    ("completion", "said"),
    [
        (None, "not NoneType"),
        (1, "not int"),
        (b"x = 1", "not bytes"),
        ({"role": "assistant", "content": CODE}, "not dict"),
        ([CODE], "this one is str"),
        ([], "none of the 0 messages"),
        ([{"role": "user", "content": CODE}], "role 'assistant'"),
        ([{"role": "assistant", "content": 1}], "not int"),
        ([{"role": "assistant", "content": [CODE]}], "a mapping with type and text, not str"),
    ],
)
def test_what_is_no_completion_is_named(completion: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        extract_code(completion)


# ------------------------------------------------------------------------------------------------ any text

anything = st.text(st.characters(), max_size=200)
"""Lone surrogates and NULs included."""

fences = ["```", "````", "~~~", "```python", "~~~ py", "```bash", "`"]
crumbs = st.sampled_from([*fences, "\n", "\r\n", "    ", "\t", "x = 1", "<think>", "</think>", '"""', "\ud800", "\0"])
torn = st.lists(crumbs, max_size=40).map("".join)
"""Completions made of what the rules are about."""

unfenced = anything.filter(lambda text: "```" not in text and "~~~" not in text and "think>" not in text)


@given(anything | torn, st.lists(anything, max_size=3))
def test_no_text_makes_it_raise(text: str, names: list[str]) -> None:
    found = extract_code(text, names)
    assert len(found) <= len(text)
    assert extract_code([{"role": "assistant", "content": text}], names) == found


@given(unfenced)
def test_a_text_without_fences_is_the_code(text: str) -> None:
    assert extract_code(text) == text


@given(unfenced, unfenced, st.sampled_from(["python", "py", "python3"]))
def test_prose_around_a_block_changes_nothing(code: str, prose: str, tag: str) -> None:
    assert extract_code(f"{prose}\n{fence(code, tag)}\n{prose}") == (code if code.strip() else "")


@given(torn.filter(lambda text: "think>" not in text))
@example("```\n````\nx")
def test_a_fenced_text_comes_back_whole(code: str) -> None:
    assert extract_code(fence(code)) == (code if code.strip() else "")


HOSTILE = {
    "backticks": "`" * 1_000_000,
    "fences": "```\n" * 250_000,
    "opening fences": "```python\n" * 100_000,
    "growing fences": "".join("`" * n + "\n" for n in range(3, 1400)),
    "shrinking fences": "".join("`" * n + "\n" for n in range(1400, 3, -1)),
    "a huge fence": "`" * 300_000 + "\n" + "```\n" * 150_000,
    "a huge indentation": " " * 300_000 + "```\n" + " \n" * 100_000 + "```",
    "blanks": " " * 1_000_000,
    "blanks after": "```python\nx\n" + (" " * 1000 + "\n") * 1000,
    "thoughts": "<think>\n" * 100_000,
    "pairs of thoughts": "<think>\n</think>\n" * 60_000,
    "ends of thoughts": "x</think>x " * 90_000,
    "empty lines": "\n" * 1_000_000,
    "empty blocks": "```python\n```\n" * 70_000,
    "definitions": "```python\n" + "def \n" * 100_000 + "```\n```python\nx\n```",
    "columns": "```python\n" + "f f f " * 100_000 + "\n```\n```python\n" + "f" * 500_000 + "\n```",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_megabyte_of(kind: str) -> None:
    """Each is read in CPU time that grows with its length: a square would take minutes."""
    before = time.process_time()
    extract_code(HOSTILE[kind], names=["f", "g"])
    assert time.process_time() - before < 5
