"""The built-in scorers: plugins like anybody's, each a function of a case."""
