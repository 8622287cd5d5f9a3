"""The content security policy of a site, ready for the server's configuration."""

import base64
import hashlib
from collections.abc import Iterable, Mapping

NAME = "csp.txt"
"""The file in the site's root that holds the value of the header `Content-Security-Policy`."""
NGINX, HEADERS = "csp.conf", "_headers"
"""The same for servers that read it as it is: what nginx includes, and what some hosts of static sites look for."""
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


def files(policy: str) -> Mapping[str, str]:
    """Name → text of the files in a site's root that tell servers what to send along."""
    headers = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Robots-Tag": "noindex",
    }
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    hashed = ("/_assets/*", "/*/_figures/*", "/*/_origins/*")  # names with a hash of the content
    lasting = "".join(f"{place}\n  Cache-Control: public, max-age=31536000, immutable\n" for place in hashed)
    return {NAME: f"{policy}\n", NGINX: nginx, HEADERS: f"/*\n{lines}{lasting}"}
