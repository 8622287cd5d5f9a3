"""The bytes that a seal stands for: of text files the same whether a checkout writes LF or CRLF at line ends."""

import hashlib
from pathlib import PurePosixPath

TEXTS = frozenset({".csv", ".json", ".md", ".yaml", ".yml"})


def canonical(path: str, data: bytes) -> bytes:
    """What is hashed of a file. A text whose line ends are all CRLF counts as the same text with LF.

    A mixture is taken as it is: git writes none, so somebody has edited the file.
    """
    if PurePosixPath(path).suffix in TEXTS and data.count(b"\r\n") == data.count(b"\n"):
        return data.replace(b"\r\n", b"\n")
    return data


def digest(path: str, data: bytes) -> str:
    """SHA-256 of a file's canonical bytes."""
    return hashlib.sha256(canonical(path, data)).hexdigest()
