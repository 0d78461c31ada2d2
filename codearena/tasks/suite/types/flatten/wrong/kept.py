def flatten(nested, items=[]):
    for each in nested:
        if isinstance(each, (list, tuple)):
            flatten(each, items)
        else:
            items.append(each)
    return items
