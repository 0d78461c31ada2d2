def flatten(nested, items=None):
    items = [] if items is None else items
    for each in nested:
        if isinstance(each, (list, tuple)):
            flatten(each, items)
        else:
            items.append(each)
    return items
