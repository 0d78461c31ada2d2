def shelf_labels(codes):
    return [str(code).strip().upper().zfill(4) for code in codes]
