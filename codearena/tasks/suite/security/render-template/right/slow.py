LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_"


def render(template, values):
    """Take the text apart from its front; every step copies the rest."""
    done = ""
    rest = template
    while rest:
        if rest[:2] in ("{{", "}}"):
            done, rest = done + rest[0], rest[2:]
        elif rest[0] == "}":
            raise ValueError("} on its own")
        elif rest[0] == "{":
            name, brace, rest = rest[1:].partition("}")
            if not brace or not is_name(name) or name not in values:
                raise ValueError("no field: " + name)
            done = done + str(values[name])
        else:
            done, rest = done + rest[0], rest[1:]
    return done


def is_name(text):
    if text == "" or text[0] not in LETTERS:
        return False
    return all(character in LETTERS or character in "0123456789" for character in text)
