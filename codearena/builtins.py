"""The built-in plugins, in order. The only place outside their own packages that names them."""

PLUGINS = (
    "codearena.core.defaults",
    "codearena.sandbox.plugin",
    "codearena.scorers.compiles",
    "codearena.scorers.execution",
    "codearena.scorers.tests",
    "codearena.scorers.properties",
    "codearena.scorers.integrity",
    "codearena.scorers.efficiency",
    "codearena.scorers.complexity",
    "codearena.scorers.security",
    "codearena.scorers.quality",
    "codearena.scorers.judge",
    "codearena.llm.plugin",
    "codearena.tasks.bundled",
)
