"""Coverage-guided fuzzing of all that reads bytes of a submission or of a model.

    python bench/bars/fuzz.py [SECONDS]

Shares the seconds (an hour, unless told otherwise) among the readers. Exits 1 with the input on the first finding.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzz.fuzzer import Fuzzer
from tests.fuzz.targets import CASES


def main(seconds: float) -> int:
    wrong = 0
    for name, case in CASES.items():
        found = Fuzzer(case.target, case.seeds, case.modules, seed=time.time_ns()).run(seconds / len(CASES))
        wrong += len(found.findings)
        print(f"{name:<10} {found.inputs:>9} inputs, {found.edges:>5} edges, {len(found.findings)} findings", flush=True)
        for data, problem in found.findings:
            print(f"  {problem}\n  {data!r}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 3600))
