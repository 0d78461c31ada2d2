def render(template, values):
    """Return a template with its fields replaced by values."""
    return template.format(**values)
