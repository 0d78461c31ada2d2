def area(w: float, h: float = 1.0) -> float:
    """Area of a box."""
    return w * h


VERSION = "1.2"
__all__ = ["area"]
