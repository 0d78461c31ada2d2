"""A calculator that looks at the expression before it evaluates it."""

import ast

FORBIDDEN = (ast.Call, ast.Attribute, ast.Lambda, ast.ListComp, ast.Subscript)


def calculate(expression: str) -> int | float:
    """Return the value of an arithmetic expression.

    Args:
        expression: The text to evaluate.

    Returns:
        The value of the expression.

    Raises:
        ValueError: If the expression holds a forbidden construct.
    """
    tree = ast.parse(expression.strip(), mode="eval")
    for node in ast.walk(tree):
        if isinstance(node, FORBIDDEN):
            raise ValueError(f"{type(node).__name__} is not allowed")
    return eval(compile(tree, "<expression>", "eval"))
