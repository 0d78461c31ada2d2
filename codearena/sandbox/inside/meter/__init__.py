"""A meter of work: rewrites programs so that they count what they do, exactly and without a clock."""

from codearena.sandbox.inside.meter.account import MeterError, OverBudget
from codearena.sandbox.inside.meter.meter import VERSION, Meter

__all__ = ["VERSION", "Meter", "MeterError", "OverBudget"]
