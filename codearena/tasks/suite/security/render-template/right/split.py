import re


def render(template, values):
    pieces = re.split(r"(\{\{|\}\}|\{[a-zA-Z_]\w*\})", template, flags=re.ASCII)
    known = {"{" + name + "}": str(value) for name, value in values.items()}
    known.update({"{{": "{", "}}": "}"})
    for index, piece in enumerate(pieces):
        if index % 2:
            if piece not in known:
                raise ValueError(f"unknown: {piece}")
            pieces[index] = known[piece]
        elif set(piece) & set("{}"):
            raise ValueError(f"stray brace in {piece!r}")
    return "".join(pieces)
