def render(template, values):
    if "__" in template:
        raise ValueError("not allowed")
    texts = {name: str(value) for name, value in values.items()}
    return template.format_map(texts)
