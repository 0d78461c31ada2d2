def render(template, values):
    for name, value in values.items():
        template = template.replace("{" + name + "}", str(value))
    if "{" in template.replace("{{", "") or "}" in template.replace("}}", ""):
        raise ValueError("unknown field")
    return template.replace("{{", "{").replace("}}", "}")
