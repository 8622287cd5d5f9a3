"""The block templates: the only place that knows Jinja, which is imported when the first block is rendered."""

from functools import cache
from typing import TYPE_CHECKING

from plangen.render.templates import template_dir

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(template_dir() / "blocks"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def fill(name: str, /, **values: object) -> "Markup":
    """Fill the partial `blocks/<name>.html`; every value that is not `Markup` is escaped.

    Raises jinja2.UndefinedError for a value that the partial needs and does not get.
    """
    return finished(_environment().get_template(f"{name}.html").render(**values))


def finished(html: str) -> "Markup":
    """Mark a string as finished HTML; only for what this package has written and escaped itself."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704
