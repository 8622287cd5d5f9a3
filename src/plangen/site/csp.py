"""The content security policy of a site, ready for the server's configuration."""

import base64
import hashlib
from collections.abc import Iterable

NAME = "csp.txt"
"""The file in the site's root that holds the value of the header `Content-Security-Policy`."""
_POLICY = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)


def policy(inline_scripts: Iterable[str]) -> str:
    """The header's value: only files of the site itself, and these inline scripts, named by their hashes."""
    hashes = sorted({hash_script(script) for script in inline_scripts})
    return "; ".join(_POLICY).format(hashes="".join(f" '{each}'" for each in hashes))


def hash_script(script: str) -> str:
    """How a policy names an inline script: SHA-256 of the text between its tags, in UTF-8."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
