import ast


def flatten(nested):
    text = repr(nested)
    for bracket in "[]()":
        text = text.replace(bracket, " ")
    parts = [part.strip() for part in text.split(",")]
    return [ast.literal_eval(part) for part in parts if part]
