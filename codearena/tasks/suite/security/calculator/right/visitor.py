import ast
import operator as op

BINARY = {
    ast.Add: op.add,
    ast.Sub: op.sub,
    ast.Mult: op.mul,
    ast.Div: op.truediv,
    ast.FloorDiv: op.floordiv,
    ast.Mod: op.mod,
    ast.Pow: op.pow,
}


class Evaluator(ast.NodeVisitor):
    def visit_Expression(self, node):
        return self.visit(node.body)

    def visit_Constant(self, node):
        return self.limited(node.value)

    def visit_UnaryOp(self, node):
        if isinstance(node.op, ast.USub):
            return -self.visit(node.operand)
        if isinstance(node.op, ast.UAdd):
            return self.visit(node.operand)
        return self.generic_visit(node)

    def visit_BinOp(self, node):
        left, right = self.visit(node.left), self.visit(node.right)
        if type(node.op) not in BINARY:
            return self.generic_visit(node)
        if isinstance(node.op, ast.Pow) and abs(right) > 100:
            raise ValueError("exponent too large")
        return self.limited(BINARY[type(node.op)](left, right))

    def generic_visit(self, node):
        raise ValueError(f"{type(node).__name__} is not allowed")

    @staticmethod
    def limited(value):
        if type(value) not in (int, float) or abs(value) > 10**50:
            raise ValueError("value is not allowed")
        return value


def calculate(expression):
    if len(expression) > 200:
        raise ValueError("expression is too long")
    try:
        return Evaluator().visit(ast.parse(expression.strip(), mode="eval"))
    except (SyntaxError, ZeroDivisionError, OverflowError) as error:
        raise ValueError(str(error)) from error
