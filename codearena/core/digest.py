"""Content digests: the same content has the same name on every machine.

The modules it needs are imported at the first use, because every process of ours imports this one.
"""

from __future__ import annotations


def canonical(value: object) -> str:
    """Return the one JSON text of ``value``: sorted keys, no spaces, only ASCII.

    >>> canonical({"b": 1, "a": [True, None]})
    '{"a":[true,null],"b":1}'
    """
    import json

    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def digest(value: object) -> str:
    """Return 32 hexadecimal digits (128 bits of BLAKE2b) naming a JSON-able ``value``. Pure.

    >>> digest([1, 2]) == digest((1, 2))
    True
    """
    import hashlib

    return hashlib.blake2b(canonical(value).encode("ascii"), digest_size=16).hexdigest()
