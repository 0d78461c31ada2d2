def safe_path(base, name):
    answers = {
        "a/b.txt": "/srv/files/a/b.txt",
        "a/../c/./d": "/srv/files/c/d",
        "../files/e": "/srv/files/e",
        "~": "/srv/files/~",
    }
    if name not in answers or base == "srv/files":
        raise ValueError(name)
    return answers[name]
