"""Templates that can name values, and nothing else."""

import re
from collections.abc import Mapping

# The last alternative is every brace that none of the others took.
_TOKEN = re.compile(r"(?P<double>\{\{|\}\})|\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)\}|[{}]")


def render(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its fields replaced by values.

    Raises ValueError for a brace that belongs to no plain field, and for an unknown name.

    >>> render("Dear {user}!", {"user": "Ida"})
    'Dear Ida!'
    """

    def replacement(token: re.Match[str]) -> str:
        """Return what stands for a field or a doubled brace."""
        if token["double"]:
            return token["double"][0]
        name = token["name"]
        if name is None:
            raise ValueError(f"a brace at {token.start()} that belongs to no field")
        if name not in values:
            raise ValueError(f"no value is called {name!r}")
        return str(values[name])

    return _TOKEN.sub(replacement, template)
