import re

HEAD_END = re.compile(r"(?:\A|\n)\r?(?:\n|\Z)")
HEADER = re.compile(r"[ \t]*([^:]*?)[ \t]*:[ \t]*(.*?)[ \t]*", re.DOTALL)


def read_headers(data):
    text = str(data, "utf-8", "replace")
    end = HEAD_END.search(text)
    head = text[: end.start()] if end else text
    headers = {}
    for line in head.split("\n") if head else []:
        found = HEADER.fullmatch(line.removesuffix("\r"))
        if not found or not found[1]:
            raise ValueError(f"bad header {line!r}")
        name = found[1].lower()
        headers[name] = f"{headers[name]}, {found[2]}" if name in headers else found[2]
    return headers
