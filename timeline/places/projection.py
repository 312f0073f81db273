"""The Equal Earth projection: places on a flat map whose areas are true.

The convention is Šavrič, Patterson and Jenny 2018, "The Equal Earth map projection".
"""

from math import asin, cos, radians, sin, sqrt

WIDTH = 10_000  # of the whole map; x grows to the east, y to the south, both from the top left
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def _unscaled(lat: float, lon: float) -> tuple[float, float]:
    theta = asin(_M * sin(radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = radians(lon) * cos(theta) / (_M * slope)
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


_RIGHT, _ = _unscaled(0, 180)
_, _TOP = _unscaled(90, 0)
_SCALE = WIDTH / (2 * _RIGHT)
HEIGHT = round(2 * _TOP * _SCALE)


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return where a point of the earth lies on the map, in its units."""
    x, y = _unscaled(lat, lon)
    return (x + _RIGHT) * _SCALE, (_TOP - y) * _SCALE
