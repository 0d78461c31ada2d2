"""First code of every process of a lane. Run by path: ``python boot.py ROLE FD``.

Except where plugins run, it makes `codearena` a bare namespace, so that a box imports the few modules it needs.
"""

import importlib
import os
import sys
import types

ROLES = {
    "supervisor": "codearena.sandbox.supervisor",
    "candidate": "codearena.sandbox.inside.candidate",
    "oracle": "codearena.sandbox.inside.oracle",
    "scoring": "codearena.sandbox.inside.scoring",
}


def main() -> None:
    """Import the module of the role and run its ``main`` on the control socket."""
    role, fd = sys.argv[1:3]
    if role != "scoring":  # where plugins run, which import the whole
        package = types.ModuleType("codearena")
        package.__path__ = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
        sys.modules["codearena"] = package
    importlib.import_module(ROLES[role]).main(int(fd))


if __name__ == "__main__":
    main()
