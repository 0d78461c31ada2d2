"""Values, contracts and the engine: standard library and pluggy only, nothing else of ours."""
