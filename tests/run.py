"""Run all tests, in two halves side by side, since each of them often waits.

python tests/run.py

What the first half says is shown as it comes, the second when both are done. Not by a shell's ``&``: what runs there
ignores Ctrl-C, and some tests are about Ctrl-C.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile

SECOND = ("tests/exploits", "tests/sandbox", "tests/tasks")


def main() -> int:
    command = [sys.executable, "-m", "pytest"]
    with tempfile.TemporaryFile("w+") as said:
        first = subprocess.Popen([*command, *(f"--ignore={folder}" for folder in SECOND)])
        second = subprocess.Popen([*command, "-p", "no:cacheprovider", *SECOND], stdout=said, stderr=subprocess.STDOUT)
        try:
            statuses = [first.wait(), second.wait()]
        except KeyboardInterrupt:  # which reached them too
            statuses = [first.wait(), second.wait()]
        said.seek(0)
        sys.stdout.write(said.read())
    return 1 if any(statuses) else 0  # a half that a signal ended has a negative one


if __name__ == "__main__":
    sys.exit(main())
