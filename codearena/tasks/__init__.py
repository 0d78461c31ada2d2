"""Tasks: reading them from folders and records, and the bundled suite."""
