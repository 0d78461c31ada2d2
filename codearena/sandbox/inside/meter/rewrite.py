"""Rewrites a program so that it counts its work, and does otherwise what it did.

Each block begins by adding the number of its operations, taken from the tree, so that all versions of Python agree.
Operators on what may be containers or long numbers go through functions that charge for the work inside C, and so do
calls. The functions stand in the tree as numbers, which `codearena.sandbox.inside.meter.meter` replaces in the compiled
code: no name of the program can hide them, and none is added.
"""

# ruff: noqa: N802 (functions are found by the names of nodes)

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from codearena.sandbox.inside.meter.holding import HELD
from codearena.sandbox.inside.meter.making import (
    BINARY,
    COMPARED,
    Maker,
    Placeholder,
    as_ast,
    as_expr,
    compares_two,
    is_special,
    must_be_first,
    placed,
    takes_elements,
)
from codearena.sandbox.inside.meter.nodes import fields, nodes
from codearena.sandbox.inside.meter.private import keep
from codearena.sandbox.inside.meter.smallness import Smallness
from codearena.sandbox.inside.meter.survey import Facts, Survey

keep(globals())

_ROOTS = (ast.Name, ast.Constant)
BUILTIN = "builtins."
"""What the name of a function begins with that takes the place of a built-in one."""


def rewrite(tree: ast.Module | ast.Expression, known: frozenset[str], place: Placeholder, facts: Facts | None = None) -> None:
    """Rewrite a tree in place.

    ``known`` names the built-in functions that another takes the place of; ``place`` takes the name of a function of the
    meter and returns the number that stands for it; ``facts`` are those of all files, where there are several. Raises
    `MeterError` for a program that cannot be measured.
    """
    rewriter = _Rewriter(Survey(tree, facts), known, place)
    if isinstance(tree, ast.Expression):
        rewriter.expression(tree)
    else:
        rewriter.module(tree)


class _Rewriter(Maker):
    def __init__(self, survey: Survey, known: frozenset[str], place: Placeholder) -> None:
        super().__init__(place)
        self._survey = survey
        self._known = known
        self._ops = 0
        self._scopes = [Smallness(survey.builtins)]
        self._annotations = sys.version_info < (3, 14)

    def visit(self, node: Any) -> Any:
        """Rewrite one node."""
        kind = type(node)
        visitor = _VISITORS.get(kind)
        if visitor is not None:
            return visitor(self, node)
        if kind in _COUNTED:
            self._ops += 1
        for name in fields(kind):
            value = getattr(node, name, None)
            if type(value) is list:
                made: list[Any] = []
                for each in value:
                    result = self.visit(each) if isinstance(each, ast.AST) else each
                    made += result if type(result) is list else (result,)
                value[:] = made
            elif isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
        return node

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

    # ------------------------------------------------------------------------------------------------ blocks

    def _block(self, body: Sequence[ast.stmt], base: int = 0, *, checked: bool = False, first: Sequence[ast.stmt] = ()) -> list[ast.stmt]:
        """Rewrite the statements of a block, after those that count it; what must stand first stays there."""
        outer, self._ops = self._ops, base
        start = 0
        while start < len(body) and must_be_first(body[start], start):
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

    visit_AsyncFor = visit_For  # noqa: N815 (as above)

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
        return as_ast(node)

    visit_TryStar = visit_Try  # noqa: N815

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        if node.guard is not None:
            node.guard = self.visit(node.guard)
        node.body = self._block(node.body, 1, first=[*self._captured(node.pattern), *self._read(node.pattern)])
        return node

    def _read(self, pattern: ast.pattern) -> list[ast.stmt]:
        """Return statements that put what counts in the place of methods which a pattern has read."""
        names: list[str] = []
        for node in nodes(pattern):
            if isinstance(node, ast.MatchClass):
                read = [part for name, part in zip(node.kwd_attrs, node.kwd_patterns, strict=True) if name in HELD]
                read += node.patterns if self._survey.matches else []
                names += [part.name for each in read for part in nodes(each) if isinstance(part, ast.MatchAs) and part.name]
        made: list[ast.stmt] = []
        for name in names:
            value = self._call("held", pattern, placed(ast.Name(name, ast.Load()), pattern))
            made.append(placed(ast.Assign([placed(ast.Name(name, ast.Store()), pattern)], value), pattern))
        return made

    def visit_Match(self, node: ast.Match) -> ast.AST:
        node.subject = self.visit(node.subject)
        patterns = [part for case in node.cases for part in nodes(case.pattern) if isinstance(part, ast.MatchValue)]
        values = [part.value for part in patterns if not isinstance(part.value, ast.Constant | ast.UnaryOp | ast.BinOp)]
        if values:
            nothing = ast.arguments([], [], None, [], [], None, [])
            made = placed(ast.Lambda(nothing, placed(ast.Tuple(values, ast.Load()), node.subject)), node.subject)
            node.subject = self._call("matched", node.subject, node.subject, made)
        self._ops += len(node.cases)
        node.cases = [self.visit(case) for case in node.cases]
        return node

    def _captured(self, target: ast.AST) -> list[ast.stmt]:
        """Return statements that charge for the lists and dicts that a target or pattern with a star makes."""
        if isinstance(target, ast.Name):
            return []
        names: list[str] = []
        for node in nodes(target):
            if isinstance(node, ast.Starred) and isinstance(node.value, ast.Name):
                names.append(node.value.id)
            elif isinstance(node, ast.MatchStar) and node.name:
                names.append(node.name)
            elif isinstance(node, ast.MatchMapping) and node.rest:
                names.append(node.rest)
        return [placed(ast.Expr(self._call("captured", target, placed(ast.Name(name, ast.Load()), target))), target) for name in names]

    # ------------------------------------------------------------------------------------------------ scopes

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        self._decorators(node)
        self.visit(node.args)
        if node.returns is not None and self._annotations:
            node.returns = self.visit(node.returns)
        self._scopes.append(Smallness(self._survey.builtins, node))
        node.body = self._block(node.body, 2, checked=True)
        self._scopes.pop()
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self._decorators(node)
        node.bases = [self.visit(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        self._scopes.append(Smallness(self._survey.builtins))
        node.body = self._block(node.body, checked=True)
        self._scopes.pop()
        if node.decorator_list:
            node.decorator_list.insert(0, self._constant("audited", node))
        node.decorator_list.append(self._constant("audited", node))
        return node

    def _decorators(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> None:
        for index, decorator in enumerate(node.decorator_list):
            visited = self.visit(decorator)
            last = index == len(node.decorator_list) - 1 and not isinstance(node, ast.ClassDef)
            trusted = isinstance(decorator, ast.Name) and last and decorator.id in self._survey.makers
            node.decorator_list[index] = visited if trusted else self._call("callee", decorator, visited)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        if node.annotation is not None and self._annotations:
            node.annotation = self.visit(node.annotation)
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self.visit(node.args)
        outer, self._ops = self._ops, 2
        self._scopes.append(Smallness(self._survey.builtins))
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
        return as_ast(node)

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
        takes = any(map(takes_elements, node.targets))
        node.value = self.visit(node.value)
        if takes:
            node.value = self._call("walked" if len(node.targets) == 1 else "drawn", node.value, node.value)
        for target in node.targets:
            if isinstance(target, ast.Attribute) and is_special(target.attr):
                node.value = self._call("special", node.value, placed(ast.Constant(target.attr), target), node.value)
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
        target, name = node.target, BINARY.get(type(node.op))
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
            return self._call(name, value, placed(ast.Name(target.id, ast.Load()), target), value)
        nothing = placed(ast.Constant(None), value)
        if name != "iadd":
            return value
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            owner = placed(ast.Name(target.value.id, ast.Load()), target)
            return self._call("iadd_attribute", value, owner, placed(ast.Constant(target.attr), target), value)
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name) and isinstance(target.slice, _ROOTS):
            key = target.slice
            same = ast.Name(key.id, ast.Load()) if isinstance(key, ast.Name) else ast.Constant(key.value)
            return self._call("iadd_item", value, placed(ast.Name(target.value.id, ast.Load()), target), placed(same, target), value)
        return self._call("iadd", value, nothing, value)

    def visit_Delete(self, node: ast.Delete) -> Any:
        made: list[ast.stmt] = []
        for target in node.targets:
            if isinstance(target, ast.Subscript):
                owner, index = self.visit(target.value), self._index(target.slice)
                made.append(placed(ast.Expr(self._call("delete", target, owner, index)), target))
            else:
                made.append(placed(ast.Delete([self.visit(target)]), target))
                if isinstance(target, ast.Attribute) and is_special(target.attr):
                    nothing = placed(ast.Constant(None), target)
                    made.append(placed(ast.Expr(self._call("special", target, placed(ast.Constant(target.attr), target), nothing)), target))
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
        name = BINARY.get(type(node.op))
        plain = name is None or self._is_plain(node.op, node.left, node.right)
        node.left, node.right = self.visit(node.left), self.visit(node.right)
        self._ops += 1
        return node if plain or name is None else self._call(name, node, node.left, node.right)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self._ops += 1
        node.operand = self.visit(node.operand)
        if self._survey.signs and not isinstance(node.op, ast.Not) and not isinstance(node.operand, ast.Constant):
            node.operand = self._call("signed", node.operand, node.operand)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        sides = [node.left, *node.comparators]
        links = [self._link(op, *pair) for op, pair in zip(node.ops, pairwise(sides), strict=True)]
        visited = [self.visit(side) for side in sides]
        self._ops += len(links)
        name = COMPARED.get(type(node.ops[0]))
        if len(links) == 1 and name is not None and links[0]:
            return self._call(name, node, *visited)
        if len(links) > 1:
            for index, link in enumerate(links):
                if link:
                    visited[index + 1] = self._call(link, visited[index + 1], visited[index + 1])
        node.left, *node.comparators = visited
        return node

    def _link(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> str:
        """Return what charges for one link of a chain of comparisons; nothing where it surely costs nothing."""
        if isinstance(op, ast.In | ast.NotIn):
            return "searched"
        scope = self._scopes[-1]
        plain = isinstance(left, ast.Constant) or isinstance(right, ast.Constant) or scope.number(left) or scope.number(right)
        return "" if plain or isinstance(op, ast.Is | ast.IsNot) else "linked"

    def visit_Call(self, node: ast.Call) -> ast.AST:
        function, survey = node.func, self._survey
        self._ops += 1
        trusted, direct, visited = False, "", function
        if isinstance(function, ast.Name):
            name = function.id
            trusted = name in survey.free or name in survey.own or name == "super"
            if name in survey.builtins:
                if name == "type":
                    trusted = len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred)
                elif name in ("min", "max") and compares_two(node):
                    trusted = any(isinstance(arg, ast.Constant) or self._scopes[-1].number(arg) for arg in node.args)
                    direct = name
                elif name in self._known:
                    direct = BUILTIN + name
        elif isinstance(function, ast.Attribute):
            trusted = function.attr in survey.cheap_methods or (function.attr == "pop" and survey.pops and not node.args)
            self._ops += 1
            function.value = self.visit(function.value)
        else:
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
            node.value = self._call("walked", node.value, node.value)
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
            return as_expr(self.visit(node))
        parts = [placed(ast.Constant(None), node) if part is None else self.visit(part) for part in (node.lower, node.upper, node.step)]
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
        return self._call("held", node, node) if node.attr in HELD and isinstance(node.ctx, ast.Load) else node


_COUNTED = frozenset((ast.UnaryOp, ast.BoolOp, ast.IfExp, ast.Yield, ast.Await, ast.NamedExpr, ast.List, ast.Tuple, ast.Set))
_VISITORS: dict[type[ast.AST], Callable[[_Rewriter, Any], Any]] = {
    getattr(ast, name.removeprefix("visit_")): visitor
    for name, visitor in vars(_Rewriter).items()
    if name.startswith("visit_") and hasattr(ast, name.removeprefix("visit_"))
}
