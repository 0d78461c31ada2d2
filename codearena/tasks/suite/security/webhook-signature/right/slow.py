"""HMAC by hand, and every byte of the padded keys made on its own."""

import hashlib
import hmac
import re


def padded(key, mask):
    result = b""
    for place in range(64):
        byte = key[place] if place < len(key) else 0
        result += bytes([byte ^ mask])
    return result


def sign(body, environment):
    if "WEBHOOK_SECRET" not in environment or environment["WEBHOOK_SECRET"] == "":
        raise ValueError("no key")
    key = environment["WEBHOOK_SECRET"].encode("utf-8")
    if len(key) > 64:
        key = hashlib.sha256(key).digest()
    inner = hashlib.sha256(padded(key, 0x36) + body).digest()
    return "sha256=" + hashlib.sha256(padded(key, 0x5C) + inner).hexdigest()


def is_genuine(body, signature, environment):
    right = sign(body, environment)
    if not isinstance(signature, str) or not re.fullmatch(r"sha256=[0-9a-f]{64}", signature):
        return False
    return hmac.compare_digest(right, signature)
