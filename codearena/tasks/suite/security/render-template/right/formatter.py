from string import Formatter


class Plain(Formatter):
    """A formatter whose fields are names, and nothing but names."""

    def parse(self, text):
        # The parser of str.format drops an empty format, as in {a:}: put the text together again to see it.
        again = ""
        for literal, field, spec, conversion in super().parse(text):
            again += literal.replace("{", "{{").replace("}", "}}")
            if field is not None:
                again += "{" + field + "}"
                if spec or conversion or not (field.isascii() and field.isidentifier()):
                    raise ValueError(f"{field!r} is more than a name")
            yield literal, field, spec, conversion
        if again != text:
            raise ValueError("an empty format")

    def get_value(self, key, args, kwargs):
        if key not in kwargs:
            raise ValueError(f"unknown name {key!r}")
        return str(kwargs[key])


def render(template, values):
    return Plain().vformat(template, (), values)
