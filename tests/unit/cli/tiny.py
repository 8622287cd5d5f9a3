"""A tiny handbook as text, and what runs the command line on it."""

from collections.abc import Callable

from click.testing import Result

HEAD = """\
format: 1
title: 手册
current: 2026
as_of: 2026-01-05
"""
DIMENSIONS = """\
channel:
  name: 渠道
  members:
    own-store: {name: 直营店}
    dealer: {name: 经销商}
"""
OBJECTIVES = """\
revenue:
  name: 销售额
  target: 100万元
  channel:
    own-store: {target: 40万元, source: S-1}
    dealer: {target: 60万元}
"""
FILES = {
    "content/handbook.yml": HEAD,
    "content/shared/dimensions.yml": DIMENSIONS,
    "content/2026/demo/plan.yml": "name: 示范\n",
    "content/2026/demo/objectives.yml": OBJECTIVES,
}

Run = Callable[..., Result]
"""Runs `plangen` with arguments."""
