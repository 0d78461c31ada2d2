"""The built-in plugins, in order. The only place outside their own packages that names them."""

PLUGINS = (
    "codearena.core.defaults",
    "codearena.sandbox.plugin",
    "codearena.scorers.compiles",
    "codearena.scorers.tests",
    "codearena.scorers.integrity",
    "codearena.tasks.bundled",
)
