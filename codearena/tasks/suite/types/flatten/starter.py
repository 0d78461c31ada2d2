def flatten(nested, items=[]):
    """Return all items of nested lists and tuples in one list."""
    for each in nested:
        if len(each) > 0:
            flatten(each, items)
        else:
            items.append(each)
    return items
