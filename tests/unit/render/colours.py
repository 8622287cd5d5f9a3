"""Colours as eyes see them: contrast by WCAG, distance in OKLab, and what is left of it without one sort of cone."""

from math import dist

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]
PROTANOPIA: Matrix = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTERANOPIA: Matrix = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881))
TRITANOPIA: Matrix = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039))
"""Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB."""
_TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
"""Ottosson 2020."""


def linear(colour: str) -> Rgb:
    """`#rgb` or `#rrggbb` as linear light."""
    digits = colour.removeprefix("#")
    digits = "".join(sign * 2 for sign in digits) if len(digits) == 3 else digits
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def apart(one: str, other: str, seen: Matrix | None = None) -> float:
    """How far two colours are apart in OKLab, × 100; `seen` takes away a sort of cone first."""
    return dist(_lab(one, seen), _lab(other, seen)) * 100


def _lab(colour: str, seen: Matrix | None) -> Rgb:
    light = linear(colour)
    if seen is not None:
        red, green, blue = (min(max(part, 0.0), 1.0) for part in _times(seen, light))
        light = red, green, blue
    first, second, third = (part ** (1 / 3) for part in _times(_TO_CONES, light))
    return _times(_TO_LAB, (first, second, third))


def _times(matrix: Matrix, value: Rgb) -> Rgb:
    first, second, third = (sum(a * b for a, b in zip(row, value, strict=True)) for row in matrix)
    return first, second, third
