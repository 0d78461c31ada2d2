def shelf_labels(codes):
    """Return the label of each code."""
    return [code.upper().strip() for code in codes]
