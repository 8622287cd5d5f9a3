"""The words of a printed page."""

from io import BytesIO
from unicodedata import normalize

from pypdf import PdfReader


def words_on(paper: bytes) -> str:
    """All text of a PDF file; some fonts give radicals (⾏) for characters (行), which are the same here."""
    return normalize("NFKC", "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages))
