"""Two processes and one verdict: submissions run in a locked box, tests and expected values in another.

A *lane* is one supervisor process, started by exec from the caller and speaking with it over one socket, and what the
supervisor keeps: a template from which every submission's process is forked (W), one oracle for each task (O), and a
worker that runs scorers (S). Each dies with the one above it.
"""
