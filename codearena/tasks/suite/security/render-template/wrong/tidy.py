"""Templates with named values."""

import re
from collections.abc import Mapping


def render(template: str, values: Mapping[str, object]) -> str:
    """Return a template with its fields replaced by values.

    Args:
        template: The text with its fields.
        values: The values by their names.

    Returns:
        The text with all values filled in.

    Raises:
        ValueError: If a field uses attributes or an unknown name.
    """
    if re.search(r"\{[^}]*(\.|\[)", template):
        raise ValueError("attributes are not allowed")
    try:
        return template.format(**values)
    except (KeyError, IndexError) as error:
        raise ValueError(str(error)) from error
