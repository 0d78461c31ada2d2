"""Rewrites a program so that it counts its work, and does otherwise what it did.

Each block begins by adding the number of its operations, taken from the tree, so that all versions of Python agree.
Operators on what may be containers or long numbers go through functions that charge for the work inside C, and so do
calls. The functions stand in the tree as numbers, which `codearena.sandbox.inside.meter.meter` replaces in the compiled
code: no name of the program can hide them, and none is added.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from codearena.sandbox.inside.meter.smallness import Smallness
from codearena.sandbox.inside.meter.survey import Survey

_BINARY: dict[type[ast.AST], str] = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Mod: "mod",
    ast.FloorDiv: "floordiv",
    ast.Div: "truediv",
    ast.Pow: "pow",
    ast.LShift: "lshift",
    ast.RShift: "rshift",
    ast.BitAnd: "and_",
    ast.BitOr: "or_",
    ast.BitXor: "xor",
}
_COMPARED: dict[type[ast.AST], str] = {
    ast.Eq: "eq",
    ast.NotEq: "ne",
    ast.Lt: "lt",
    ast.LtE: "le",
    ast.Gt: "gt",
    ast.GtE: "ge",
    ast.In: "contains",
    ast.NotIn: "lacks",
}
_ROOTS = (ast.Name, ast.Constant)
BUILTIN = "builtins."
"""What the name of a function begins with that takes the place of a built-in one."""
Placeholder = Callable[[str], int]
Node = TypeVar("Node", bound=ast.AST)


def rewrite(tree: ast.Module | ast.Expression, known: frozenset[str], place: Placeholder) -> None:
    """Rewrite a tree in place.

    ``known`` names the built-in functions that another takes the place of; ``place`` takes the name of a function of the
    meter and returns the number that stands for it. Raises `MeterError` for a program that cannot be measured.
    """
    rewriter = _Rewriter(Survey(tree), known, place)
    if isinstance(tree, ast.Expression):
        rewriter.expression(tree)
    else:
        rewriter.module(tree)


class _Rewriter(ast.NodeTransformer):
    def __init__(self, survey: Survey, known: frozenset[str], place: Placeholder) -> None:
        self._survey = survey
        self._known = known
        self._place = place
        self._ops = 0
        self._scopes = [Smallness()]
        self._annotations = sys.version_info < (3, 14)

    def module(self, tree: ast.Module) -> None:
        """Rewrite a whole module."""
        futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
        if any(alias.name == "annotations" for node in futures for alias in node.names):
            self._annotations = False  # they become text, which the rewriting would show in
        tree.body = self._block(tree.body, checked=True)

    def expression(self, tree: ast.Expression) -> None:
        """Rewrite what ``eval`` is given."""
        body = self.visit(tree.body)
        tree.body = self._counted(body, self._ops + 1)

    # ------------------------------------------------------------------------------------------------ making nodes

    def _constant(self, name: str, at: ast.AST) -> ast.Constant:
        return _at(ast.Constant(self._place(name)), at)

    def _call(self, name: str, at: ast.AST, *args: ast.expr) -> ast.Call:
        return _at(ast.Call(self._constant(name, at), list(args), []), at)

    def _counted(self, value: ast.expr, amount: int) -> ast.expr:
        return _at(ast.BoolOp(ast.And(), [self._tick(amount, value), value]), value)

    def _tick(self, amount: int, at: ast.AST) -> ast.Call:
        return self._call("tick", at, _at(ast.Constant(amount), at))

    def _count(self, amount: int, at: ast.AST, *, checked: bool) -> list[ast.stmt]:
        """Return the statements that add to the work, and look whether it is too much where a program could go on for ever."""

        def part(index: int, context: ast.expr_context) -> ast.Subscript:
            return _at(ast.Subscript(self._constant("state", at), _at(ast.Constant(index), at), context), at)

        made: list[ast.stmt] = [_at(ast.AugAssign(part(0, ast.Store()), ast.Add(), _at(ast.Constant(amount), at)), at)]
        if checked:
            test = _at(ast.Compare(part(0, ast.Load()), [ast.Gt()], [part(1, ast.Load())]), at)
            made.append(_at(ast.If(test, [_at(ast.Expr(self._call("over", at)), at)], []), at))
        return made

    # ------------------------------------------------------------------------------------------------ blocks

    def _block(self, body: Sequence[ast.stmt], base: int = 0, *, checked: bool = False, first: Sequence[ast.stmt] = ()) -> list[ast.stmt]:
        """Rewrite the statements of a block, after those that count it; what must stand first stays there."""
        outer, self._ops = self._ops, base
        start = 0
        while start < len(body) and _must_be_first(body[start], start):
            start += 1
        made: list[ast.stmt] = list(first)
        for statement in body[start:]:
            self._ops += 1
            result = self.visit(statement)
            made.extend(result if isinstance(result, list) else [result])
        count = self._count(max(self._ops, 1), body[min(start, len(body) - 1)], checked=checked)
        self._ops = outer
        return [*body[:start], *count, *made]

    def _branch(self, body: Sequence[ast.stmt]) -> list[ast.stmt]:
        return self._block(body) if body else []

    def visit_If(self, node: ast.If) -> ast.AST:
        node.test = self.visit(node.test)
        node.body, node.orelse = self._branch(node.body), self._branch(node.orelse)
        return node

    def visit_For(self, node: ast.For | ast.AsyncFor) -> ast.AST:
        node.iter = self.visit(node.iter)
        node.target = self.visit(node.target)
        node.body = self._block(node.body, 1, checked=True, first=self._captured(node.target))
        node.orelse = self._branch(node.orelse)
        return node

    visit_AsyncFor = visit_For  # noqa: N815 (as the visitor calls it)

    def visit_While(self, node: ast.While) -> ast.AST:
        before = self._ops
        node.test = self.visit(node.test)
        node.body = self._block(node.body, 1 + self._ops - before, checked=True)
        node.orelse = self._branch(node.orelse)
        return node

    def visit_With(self, node: ast.With | ast.AsyncWith) -> ast.AST:
        node.items = [self.visit(item) for item in node.items]
        node.body = self._block(node.body)
        return node

    visit_AsyncWith = visit_With  # noqa: N815

    def visit_Try(self, node: Any) -> ast.AST:
        node.body = self._block(node.body)
        for handler in node.handlers:
            if handler.type is not None:
                handler.type = self.visit(handler.type)
            handler.body = self._block(handler.body, 1, checked=True)
        node.orelse = self._branch(node.orelse)
        node.finalbody = self._block(node.finalbody, checked=True) if node.finalbody else []
        return _as_ast(node)

    visit_TryStar = visit_Try  # noqa: N815

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        if node.guard is not None:
            node.guard = self.visit(node.guard)
        node.body = self._block(node.body, 1, first=self._captured(node.pattern))
        return node

    def visit_Match(self, node: ast.Match) -> ast.AST:
        node.subject = self.visit(node.subject)
        self._ops += len(node.cases)
        node.cases = [self.visit(case) for case in node.cases]
        return node

    def _captured(self, target: ast.AST) -> list[ast.stmt]:
        """Return statements that charge for the lists and dicts that a target or pattern with a star makes."""
        names: list[str] = []
        for node in ast.walk(target):
            if isinstance(node, ast.Starred) and isinstance(node.value, ast.Name):
                names.append(node.value.id)
            elif isinstance(node, ast.MatchStar) and node.name:
                names.append(node.name)
            elif isinstance(node, ast.MatchMapping) and node.rest:
                names.append(node.rest)
        return [_at(ast.Expr(self._call("captured", target, _at(ast.Name(name, ast.Load()), target))), target) for name in names]

    # ------------------------------------------------------------------------------------------------ scopes

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        self._decorators(node)
        self.visit(node.args)
        if node.returns is not None and self._annotations:
            node.returns = self.visit(node.returns)
        self._scopes.append(Smallness(node))
        node.body = self._block(node.body, 2, checked=True)
        self._scopes.pop()
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self._decorators(node)
        node.bases = [self.visit(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        self._scopes.append(Smallness(node))
        node.body = self._block(node.body, checked=True)
        self._scopes.pop()
        return node

    def _decorators(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        for index, decorator in enumerate(node.decorator_list):
            visited = self.visit(decorator)
            trusted = isinstance(decorator, ast.Name) and decorator.id in self._survey.free
            node.decorator_list[index] = visited if trusted else self._call("callee", decorator, visited)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        if node.annotation is not None and self._annotations:
            node.annotation = self.visit(node.annotation)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self.visit(node.args)
        outer, self._ops = self._ops, 2
        self._scopes.append(Smallness())
        body = self.visit(node.body)
        self._scopes.pop()
        node.body = self._counted(body, self._ops)
        self._ops = outer + 1
        return node

    def _comprehension(self, node: Any, *parts: str) -> ast.AST:
        """Let each clause count its rounds, and with them what is done in one: its conditions, and the source of the next."""
        outer, self._ops = self._ops, 1
        for part in parts:
            setattr(node, part, self.visit(getattr(node, part)))
        inner, amounts = self._ops, [outer]
        for clause in node.generators:
            self._ops = 0
            clause.iter = self.visit(clause.iter)
            amounts[-1] += self._ops
            clause.target = self.visit(clause.target)
            self._ops = 1
            clause.ifs = [self.visit(condition) for condition in clause.ifs]
            amounts.append(self._ops)
        amounts[-1] += inner
        for clause, amount in zip(node.generators, amounts[1:], strict=True):
            clause.ifs.insert(0, self._tick(amount, clause.target))
        self._ops = amounts[0] + 1
        return _as_ast(node)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._comprehension(node, "elt")

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self._comprehension(node, "elt")

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._comprehension(node, "elt")

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        return self._comprehension(node, "key", "value")

    # ------------------------------------------------------------------------------------------------ statements

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        takes = any(map(_takes_elements, node.targets))
        node.value = self.visit(node.value)
        if takes:
            node.value = self._call("drawn", node.value, node.value)
        node.targets = [self.visit(target) for target in node.targets]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        node.target = self.visit(node.target)
        if self._annotations:
            node.annotation = self.visit(node.annotation)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        target, name = node.target, _BINARY.get(type(node.op))
        watched = name is not None and not self._is_plain(node.op, target, node.value)
        node.value = self.visit(node.value)
        self._ops += 1
        if watched and name is not None:
            node.value = self._operand(target, f"i{name.rstrip('_')}", node.value)
        node.target = self.visit(target)
        return node

    def _operand(self, target: ast.expr, name: str, value: ast.expr) -> ast.expr:
        """Return the operand of an augmented assignment, charged for with the old value where reading it does nothing else."""
        if isinstance(target, ast.Name):
            return self._call(name, value, _at(ast.Name(target.id, ast.Load()), target), value)
        nothing = _at(ast.Constant(None), value)
        if name != "iadd":
            return value
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            owner = _at(ast.Name(target.value.id, ast.Load()), target)
            return self._call("iadd_attribute", value, owner, _at(ast.Constant(target.attr), target), value)
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and isinstance(target.slice, _ROOTS):
            key = target.slice
            same = ast.Name(key.id, ast.Load()) if isinstance(key, ast.Name) else ast.Constant(key.value)
            return self._call("iadd_item", value, _at(ast.Name(target.value.id, ast.Load()), target), _at(same, target), value)
        return self._call("iadd", value, nothing, value)

    def visit_Delete(self, node: ast.Delete) -> Any:
        made: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                owner, index = self.visit(target.value), self._index(target.slice)
                made.append(_at(ast.Expr(self._call("delete", target, owner, index)), target))
            else:
                made.append(_at(ast.Delete([self.visit(target)]), target))
        return made

    # ------------------------------------------------------------------------------------------------ expressions

    def _is_plain(self, op: ast.operator, left: ast.expr, right: ast.expr) -> bool:
        """Whether an operator surely has numbers on both sides that stay short."""
        scope = self._scopes[-1]
        if isinstance(op, ast.Add | ast.Sub):  # a number goes with nothing but numbers
            return scope.number(left) or scope.number(right)
        if isinstance(op, ast.Mod):
            return scope.number(left) or (isinstance(right, ast.Constant) and isinstance(right.value, int))
        if isinstance(op, ast.Mult):
            return scope.small(left) and scope.small(right) and not (isinstance(left, ast.Name) and isinstance(right, ast.Constant))
        if isinstance(op, ast.Pow | ast.LShift):
            return False
        return scope.number(left) and scope.number(right)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        name = _BINARY.get(type(node.op))
        plain = name is None or self._is_plain(node.op, node.left, node.right)
        node.left, node.right = self.visit(node.left), self.visit(node.right)
        self._ops += 1
        return node if plain or name is None else self._call(name, node, node.left, node.right)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        sides = [node.left, *node.comparators]
        scope = self._scopes[-1]
        searches = any(isinstance(op, ast.In | ast.NotIn) for op in node.ops)
        plain = not searches and any(isinstance(side, ast.Constant) or scope.number(side) for side in sides)
        visited = [self.visit(side) for side in sides]
        self._ops += len(node.ops)
        name = _COMPARED.get(type(node.ops[0]))
        if len(node.ops) == 1 and name is not None and not plain:
            return self._call(name, node, *visited)
        if len(node.ops) > 1 and not plain:
            visited = [side if isinstance(side, ast.Constant) else self._call("whole", side, side) for side in visited]
        node.left, *node.comparators = visited
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        function, survey = node.func, self._survey
        self._ops += 1
        trusted, direct = False, ""
        if isinstance(function, ast.Name):
            trusted = function.id in survey.free or function.id in survey.own or function.id == "super"
            trusted = trusted or (function.id in ("min", "max") and function.id in survey.builtins and _compares_few(node))
            direct = BUILTIN + function.id if function.id in self._known and function.id in survey.builtins else ""
        elif isinstance(function, ast.Attribute):
            trusted = function.attr in survey.cheap_methods or (function.attr == "pop" and survey.pops and not node.args)
        visited = self.visit(function)
        node.args = [self.visit(arg) for arg in node.args]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
            if keyword.arg is None:
                keyword.value = self._call("whole", keyword.value, keyword.value)
        if direct and not trusted:
            node.func = self._constant(direct, function)
        else:
            node.func = visited if trusted else self._call("callee", function, visited)
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.AST:
        node.value = self.visit(node.value)
        if isinstance(node.ctx, ast.Load):
            node.value = self._call("drawn", node.value, node.value)
        return node

    def visit_Dict(self, node: ast.Dict) -> ast.AST:
        self._ops += 1
        for index, key in enumerate(node.keys):
            value = self.visit(node.values[index])
            if key is None:
                value = self._call("whole", value, value)
            else:
                node.keys[index] = self.visit(key)
            node.values[index] = value
        return node

    def _index(self, node: ast.expr) -> ast.expr:
        if not isinstance(node, ast.Slice):
            return _as_expr(self.visit(node))
        parts = [_at(ast.Constant(None), node) if part is None else self.visit(part) for part in (node.lower, node.upper, node.step)]
        return self._call("slice", node, *parts)

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self._ops += 1
        node.value = self.visit(node.value)
        sliced = isinstance(node.slice, ast.Slice)
        if isinstance(node.ctx, ast.Load) and (sliced or (self._survey.makes_slices and not isinstance(node.slice, ast.Constant))):
            return self._call("part", node, node.value, self._index(node.slice))
        node.slice = self.visit(node.slice)
        if sliced and not isinstance(node.ctx, ast.Load):
            node.value = self._call("moved", node.value, node.value)
        return node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        self._fields(node)
        return self._call("text", node, node)

    def _fields(self, node: ast.JoinedStr) -> None:
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                self._ops += 1
                value.value = self.visit(value.value)
                if isinstance(value.format_spec, ast.JoinedStr):
                    self._fields(value.format_spec)

    def visit_YieldFrom(self, node: ast.YieldFrom) -> ast.AST:
        self._ops += 1
        value = self.visit(node.value)
        node.value = self._call("delegated", value, value)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self._ops += 1
        node.value = self.visit(node.value)
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, _COUNTED):
            self._ops += 1
        return super().generic_visit(node)


_COUNTED = (ast.UnaryOp, ast.BoolOp, ast.IfExp, ast.Yield, ast.Await, ast.NamedExpr, ast.List, ast.Tuple, ast.Set)


def _at(node: Node, source: ast.AST) -> Node:
    """Give a node the place of another, which is what error messages and line counts show."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(source, name))
    return node


def _as_ast(node: Any) -> ast.AST:
    assert isinstance(node, ast.AST)
    return node


def _as_expr(node: Any) -> ast.expr:
    assert isinstance(node, ast.expr)
    return node


def _must_be_first(node: ast.stmt, index: int) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return index == 0
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _takes_elements(target: ast.expr) -> bool:
    """Whether assigning to the target walks through the value: into a slice, or into a starred name."""
    if isinstance(target, ast.Subscript):
        return isinstance(target.slice, ast.Slice)
    return isinstance(target, ast.Tuple | ast.List) and any(isinstance(each, ast.Starred) or _takes_elements(each) for each in target.elts)


def _compares_few(call: ast.Call) -> bool:
    return len(call.args) > 1 and not call.keywords and not any(isinstance(arg, ast.Starred) for arg in call.args)
