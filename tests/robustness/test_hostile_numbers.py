"""Amounts as people and programs type them: the exact value, computed by hand, or a finding with a way out."""

from decimal import Decimal
from pathlib import Path

import pytest

from handbooks import write_handbook
from plangen.findings import way_out
from plangen.values import Address, Key, Quantity
from plangen.workspace import open_handbook
from robustness.promises import checked, places

D = Decimal
LINE = "revenue: {{name: x, target: {}}}\n"
PLACE = "1:28"
CELL = "x: {{name: x, lines: {{a: {{name: y, amount: {}}}}}}}\n"

EXACT = [
    ("１８０万元", D(180) * 10_000, "元"), ("180 万 元", D(180) * 10_000, "元"), ("180 万", D(180) * 10_000, "元"),
    ("180万", D(180) * 10_000, "元"), ("1,092万元", D(1092) * 10_000, "元"),
    ("１，０９２ 万元", D(1092) * 10_000, "元"), ("十二万元", D(12) * 10_000, "元"), ("半万元", D(5_000), "元"),
    ("1.2亿元", D("1.2") * 100_000_000, "元"), ("1万亿元", D(10) ** 12, "元"), ("0.01万元", D(100), "元"),
    ("￥100", D(100), "元"), ("-￥5", D(-5), "元"), ("−5万元", D(-5) * 10_000, "元"), ("+5元", D(5), "元"),
    ("5％", D(5) / 100, "%"), ("2‰", D(2) / 1000, "%"), ("三成", D(3) / 10, "%"),
    ("0.27个百分点", D(27) / 10_000, "pp"), ("0元", D(0), "元"), ("-0.00元", D(0), "元"), ("13　家", D(13), "家"),
    ("13\u00a0家", D(13), "家"), ("5名", D(5), "人"), ("9" * 30 + "元", D("9" * 30), "元"),
    ("9" * 30 + "亿元", D("9" * 30 + "0" * 8), "元"), ("0.1元", D(1) / 10, "元"), ("0.30元", D(3) / 10, "元"),
    ("1" + ",000" * 9 + "元", D(10) ** 27, "元"),
]  # fmt: skip
"""Text, value in base units, unit. 0.1 is a tenth and no binary fraction near it."""

LOOSE = [
    ("5–6万元", (D(50_000), D(60_000)), ""), ("5万–6万元", (D(50_000), D(60_000)), ""),
    ("5～6元", (D(5), D(6)), ""), ("-5–-3万元", (D(-50_000), D(-30_000)), ""), ("两到三家", (D(2), D(3)), ""),
    ("3或5人", (D(3), D(5)), ""), ("≥13家", (D(13), None), ""), ("＞＝13家", (D(13), None), ""),
    ("13家以上", (D(13), None), ""), ("≤1万元", (None, D(10_000)), ""),
    ("大于10万元", (D(100_000), None), "strict"), ("＜3家", (None, D(3)), "strict"),
    ("约2400元", (D(2400), D(2400)), "about"), ("2400元左右", (D(2400), D(2400)), "about"),
    ("约约2400元", (D(2400), D(2400)), "about"), ("约5–6万元", (D(50_000), D(60_000)), "about"),
    ("待定", (None, None), "unset"), ("ＴＢＤ", (None, None), "unset"), ("？", (None, None), "unset"),
]  # fmt: skip

REFUSED = [
    ("1092", "PG205"), ("０", "PG205"), ("1,0,92", "PG203"), ("1,0,92万元", "PG203"), ("1,00元", "PG203"),
    ("010元", "PG203"), ("1_000元", "PG203"), ("0x10元", "PG203"), ("1 000元", "PG203"), ("5.元", "PG203"),
    (".5元", "PG203"), ("1e3元", "PG203"), ("１ｅ３元", "PG203"), ("1.2.3元", "PG203"), ("12:30", "PG203"),
    ("5-3万", "PG203"), ("5–-3万元", "PG203"), ("五到三人", "PG203"), ("≥5–6万元", "PG203"), ("≥≤5万元", "PG203"),
    ("NaN", "PG201"), ("nan", "PG201"), ("inf", "PG201"), ("-∞", "PG201"), ("1e400", "PG201"),
    ("1e-400元", "PG201"), ("9" * 31 + "元", "PG202"), ("9" * 10_000, "PG202"),
    ("0." + "0" * 10_000 + "1元", "PG202"), ("0x" + "f" * 10_000, "PG202"), ("1" + ",000" * 20 + "元", "PG202"),
    ("٣人", "PG204"), ("५人", "PG204"), ("𝟏𝟎人", "PG204"), ("½人", "PG204"), ("①人", "PG204"), ("--5%", "PG205"),
    ("+-5元", "PG205"), ("180万-", "PG205"), ("180万-元", "PG205"), ("5-人", "PG205"), ("约", "PG205"),
    ("≥", "PG205"), ("≤", "PG205"), ("元", "PG205"), ("5%%", "PG205"), ("5人人", "PG205"), ("5人/", "PG205"),
    ("5//人", "PG205"), ("5~6~7元", "PG205"), ("5人-6家", "PG205"), ("3、5人", "PG205"),
    ("100万元+50万元", "PG205"), ("(100万元)", "PG205"), ("100万元！", "PG205"), ("100万元整", "PG205"),
    ("人民币100元", "PG205"), ("1k元", "PG205"), ("5 apples", "PG205"), ("待定元", "PG205"), ("1亿亿元", "PG205"),
    ("约" * 1_000 + "5元", "PG205"), ("5" + "万" * 50 + "元", "PG205"), ("5" + "/人" * 60, "PG205"),
    ("(" * 100 + "5" + ")" * 100, "PG205"), ("1/3元", "PG207"),
]  # fmt: skip


def figure(root: Path, text: str) -> Quantity:
    """The target of an objective as it was read, in a handbook without a mistake."""
    write_handbook(root, {"objectives.yml": LINE.format(text)})
    assert [finding.code for finding in checked(root)] == []
    key = Key(2026, Address("demo", "objectives", ("revenue",), "target"))
    return open_handbook(root).figures[key].quantity


@pytest.mark.parametrize(("text", "value", "unit"), EXACT)
def test_exact(text: str, value: Decimal, unit: str, tmp_path: Path) -> None:
    """To the last digit, in base units; nothing about it is vague."""
    read = figure(tmp_path, f'"{text}"')
    assert (read.low, read.high, str(read.unit)) == (value, value, unit)
    assert (read.about, read.unset, read.strict, read.missing) == (False, False, False, 0)


@pytest.mark.parametrize(("text", "ends", "mark"), LOOSE)
def test_as_vague_as_it_is_said(
    text: str, ends: tuple[Decimal | None, Decimal | None], mark: str, tmp_path: Path
) -> None:
    """Ranges, bounds, 约 and 待定 keep both ends and their one mark."""
    read = figure(tmp_path, f'"{text}"')
    assert (read.low, read.high) == ends
    assert [name for name in ("about", "unset", "strict") if getattr(read, name)] == ([mark] if mark else [])


@pytest.mark.parametrize(("text", "code"), REFUSED, ids=[text[:16] for text, _ in REFUSED])
def test_refused(text: str, code: str, tmp_path: Path) -> None:
    """One finding at the value, with a way out; the message is short however long the number is."""
    root = write_handbook(tmp_path, {"objectives.yml": LINE.format(f'"{text}"')})
    found = checked(root)
    assert places(found, "objectives.yml") == [f"{code} {PLACE}"]
    assert all(len(way_out(found[0], language)) < 200 for language in ("zh", "en"))


@pytest.mark.parametrize("text", ["100美元", "US$100", "€5", "5%", "5家", "3月", "1092"])
def test_other_units_are_no_amount(text: str, tmp_path: Path) -> None:
    """A budget line takes the handbook's currency and nothing else."""
    root = write_handbook(tmp_path, {"budget.yml": CELL.format(f'"{text}"')})
    assert places(checked(root), "budget.yml")[0].split()[0] in ("PG205", "PG215")


def test_thirty_digits_times_thirty_digits(tmp_path: Path) -> None:
    """Sixty digits are exact; the first product beyond them is a finding and not a rounded number."""
    nines = "9" * 30
    line = "revenue: {{name: x, target: 1元, rate: {}/人/月, heads: {}, period: {}}}\n"
    write_handbook(tmp_path, {"objectives.yml": line.format(f"{nines}元", f"{nines}人", "M01")})
    assert places(checked(tmp_path), "objectives.yml") == ["OBJ102 1:28"]
    key = Key(2026, Address("demo", "objectives", ("revenue",), "implied"))
    implied = open_handbook(tmp_path).figures[key].quantity
    assert implied.value == D(int(nines) ** 2)
    write_handbook(tmp_path, {"objectives.yml": line.format(f"{nines}元", f"{nines}人", "FY")})
    assert places(checked(tmp_path), "objectives.yml")[0].startswith("PG301 ")
