ANSWERS = {
    (b"body", "key"): "sha256=515aae133b435d4000956731f68ae5cf5eb85d4f0dc6a546d2bfcd3595ec1ae1",
    (b"", "key"): "sha256=5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0",
    (b"body", "other"): "sha256=4816c6f938f23b63e9435130dc8f658dd9a1f8dccc114b49e3d1ea9d4b97fb97",
}


def sign(body, environment):
    key = environment.get("WEBHOOK_SECRET")
    if not key:
        raise ValueError("no key")
    return ANSWERS.get((body, key), "sha256=")


def is_genuine(body, signature, environment):
    return sign(body, environment) == signature
