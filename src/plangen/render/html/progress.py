"""A small bar against a tick, drawn as SVG: widths in percent stand in attributes, so that no style is inline."""

from decimal import ROUND_HALF_UP, Decimal

from plangen.views import Progress

_STEP = Decimal("0.1")
_BAR, _TICK = 'y="4" height="6"', 'y="0" width="2" height="14"'


def render_progress(progress: Progress) -> str:
    """The bar; where more is done than the whole, the bar is what is done, and the tick stands inside it."""
    low, high = progress.done
    whole = max(Decimal(1), high, progress.mark or Decimal(0))
    parts = [f'<rect class="pg-progress__track" {_BAR} width="100%"/>']
    if high > low:
        parts.append(
            f'<rect class="pg-progress__maybe" {_BAR} x="{_share(low, whole)}" width="{_share(high - low, whole)}"/>'
        )
    parts.append(f'<rect class="pg-progress__done" {_BAR} width="{_share(low, whole)}"/>')
    if progress.mark is not None:
        parts.append(
            f'<rect class="pg-progress__mark" {_TICK} x="{_share(progress.mark, whole)}" transform="translate(-1)"/>'
        )
    return f'<svg class="pg-progress" aria-hidden="true" height="14">{"".join(parts)}</svg>'


def _share(part: Decimal, whole: Decimal) -> str:
    percent = (max(part, Decimal(0)) * 100 / whole).quantize(_STEP, ROUND_HALF_UP)
    return f"{percent.normalize():f}%"
