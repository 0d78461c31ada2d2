def flatten(nested):
    """Open one level after another, copying all of it each time."""
    items = list(nested)
    while any(isinstance(each, (list, tuple)) for each in items):
        opened = []
        for each in items:
            opened = opened + (list(each) if isinstance(each, (list, tuple)) else [each])
        items = opened
    return items
