def shelf_labels(codes):
    return [code.strip().upper() for code in codes if isinstance(code, str)]
