import hashlib
import hmac
import re


def digest(text):
    return hashlib.sha256(text.encode("utf-16", "surrogatepass")).digest()


def is_authorized(header, environment):
    listed = environment["ACCESS_TOKENS"] if "ACCESS_TOKENS" in environment else ""
    valid = [digest(each) for each in re.split(" *, *", listed.strip(" ")) if each]
    if not valid:
        raise ValueError("ACCESS_TOKENS is empty")
    match = re.fullmatch("bearer (.*)", header or "", re.IGNORECASE | re.DOTALL | re.ASCII)
    given = digest(match[1]) if match else b""
    return any([hmac.compare_digest(given, each) for each in valid])
