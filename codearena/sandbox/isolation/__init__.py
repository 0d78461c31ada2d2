"""What the kernel forbids a box: a thin layer over Landlock, seccomp and resource limits."""
