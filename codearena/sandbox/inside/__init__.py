"""What runs in the boxes. Imported by path, never through ``codearena/__init__``, so that images stay small."""
