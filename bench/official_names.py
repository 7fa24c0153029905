"""Defects of names: another town, county or organ in the place of the document's own, foreign codes, wrong parents."""

from __future__ import annotations

import lzma
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from official_papers import Edit, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES = Path(__file__).parent.parent / "rules" / "gongwen" / "data" / "places.txt.xz"
HAN = "[\u4e00-\u9fff]"
OFFICES = "人民政府|党委|党政|政府|纪委|财政所|人大|应急管理|农业|经济发展|社会事务|便民服务中心|综合|办事处|机关"
ORGAN = rf"^(?:# )?({HAN}{{4,}}?(?:局|医院|学院|大学|有限公司|协会|管理委员会|人民法院))(?![长党])"
ORDINARY = re.compile(r"[县旗州]$|^.{1,4}[市区省]$|自治区$")  # names of places, not of parks and zones
SHORT_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云陕秦甘陇青宁新藏"
ENDING = 300  # characters in which a document is signed


class County(NamedTuple):
    """A county with its parents and its towns."""

    province: str
    city: str
    name: str
    towns: tuple[str, ...]


@cache
def counties() -> tuple[County, ...]:
    """All counties of the list of places."""
    found = []
    province = city = ""
    for line in lzma.decompress(PLACES.read_bytes()).decode().splitlines():
        name, _, towns = line.strip().partition(":")
        if line.startswith("\t\t"):
            short = tuple(town.split("=")[0] for town in towns.split(",") if town)
            found.append(County(province, city, name, short))
        elif line.startswith("\t"):
            city = name
        elif not line.startswith("#"):
            province = name
    return tuple(found)


@cache
def towns() -> frozenset[str]:
    """The names of all towns."""
    return frozenset(town for county in counties() for town in county.towns)


def body(paper: Paper) -> int:
    """Where the text after the title starts."""
    last = paper.title.rpartition("\n")[2]
    return paper.text.index(last) + len(last)


@cache
def own_town(paper: Paper) -> tuple[str, County] | None:
    """The one town that the title names as more than its subject, and its county; none where either is in doubt."""
    title = paper.title
    named = {town for town in towns() if town in title and len(town) > 2}  # noqa: PLR2004 - X镇 may be any
    named = {town for town in named if not any(town != other and town in other for other in named)}
    if len(named) != 1 or f"关于{min(named)}" in title:
        return None
    (town,) = named
    homes = [county for county in counties() if town in county.towns]
    near = [county for county in homes if county.name[:-1] in paper.text] if len(homes) > 1 else homes
    return (town, near[0]) if len(near) == 1 else None


@cache
def own_county(paper: Paper) -> County | None:
    """The one county whose name begins a line of the title, or that of the town in it."""
    town = own_town(paper)
    if town:
        return town[1]
    heads = [line.removeprefix("# ").removeprefix("关于印发《") for line in paper.title.split("\n")]
    found = {
        county
        for county in counties()
        if len(county.name) > 2 and any(head.startswith(county.name) for head in heads)  # noqa: PLR2004
    }
    return found.pop() if len(found) == 1 else None


def sister_counties(county: County) -> list[str]:
    """The other counties of the same city."""
    same = [other for other in counties() if (other.province, other.city) == (county.province, county.city)]
    return [other.name for other in same if other.name != county.name and ORDINARY.search(other.name)]


def absent(names: list[str], paper: Paper, place: int) -> list[str]:
    """One of those names that the document does not hold, another for another place."""
    fit = [name for name in names if name[:-1] not in paper.text]
    return [fit[place % len(fit)]] if fit else []


def own_mentions(paper: Paper) -> Iterator[re.Match[str]]:
    """Where a document names its own town as its own: before an office, in a title, where it is signed, 依托X."""
    own = own_town(paper)
    if own:
        town = re.escape(own[0])
        for pattern in (
            rf"(?<![、和与及])({town})(?=(?:{OFFICES})(?!.{{0,12}}、))",
            rf"《[^》\n]*?({town})[^》\n]*(?=》)",
            rf"(?:依托|经由|报送?|设在)({town})",
        ):
            yield from re.compile(pattern).finditer(paper.text, body(paper))


def sister_town(paper: Paper) -> Iterator[Edit]:
    """A town of the same county in the place of the own."""
    own = own_town(paper)
    for match in own_mentions(paper):
        suffix = own[0][-1] if own else ""
        for name in absent([town for town in own[1].towns if town[-1] == suffix] if own else [], paper, match.start()):
            yield Edit(match.start(1), match.end(1), name)


def sister_town_signs(paper: Paper) -> Iterator[Edit]:
    """A town of the same county signs the document."""
    own = own_town(paper)
    if own:
        signed = re.compile(rf"^[\s　]*{HAN}{{0,5}}({re.escape(own[0])}){HAN}{{2,12}}$", re.MULTILINE)
        for match in signed.finditer(paper.text, max(body(paper), len(paper.text) - ENDING)):
            alike = [town for town in own[1].towns if town[-1] == own[0][-1]]
            for name in absent(alike, paper, match.start()):
                yield Edit(match.start(1), match.end(1), name)


def foreign_town(paper: Paper) -> Iterator[Edit]:
    """A town of another province in the place of the own."""
    own = own_town(paper)
    for match in own_mentions(paper):
        all_counties = counties()
        home = all_counties[match.start() * 7919 % len(all_counties)]
        if own and home.province != own[1].province:
            for name in absent([town for town in home.towns if town[-1] == own[0][-1]], paper, match.start()):
                yield Edit(match.start(1), match.end(1), name)


def town_misspelt(paper: Paper) -> Iterator[Edit]:
    """The own town with two letters swapped, one lost, or one otherwise, where it is named as the own."""
    own = own_town(paper)
    for match in own_mentions(paper):
        core, suffix = re.fullmatch(r"(.+?)(镇|乡|街道)", match[1]).groups()  # type: ignore[union-attr]
        forms = [core[1] + core[0] + core[2:]] if len(core) > 1 else []
        forms += [core[:1] + core[2:]] if len(core) > 2 else []  # noqa: PLR2004 - 1 letter is no name
        forms += [core[:-1] + "河山新平"[match.start() % 4]] if len(core) > 1 else []
        for form in forms:
            if own and form != core and form + suffix not in towns() and paper.text.count(own[0]) > 2:  # noqa: PLR2004
                yield Edit(match.start(1), match.end(1), form + suffix)


def name_unfilled(paper: Paper) -> Iterator[Edit]:
    """Signs for the name of the own town, or of the own county before its office."""
    town, county = own_town(paper), own_county(paper)
    for match in own_mentions(paper):
        for signs in ("XX", "××", "xx") if town else ():
            yield Edit(match.start(1), match.end(1) - len(re.sub("^.*?(镇|乡|街道)$", r"\1", match[1])), signs)
    if county and len(county.name) > 2:  # noqa: PLR2004 - X县 may be any
        office = re.compile(rf"({county.name[:-1]})(?={county.name[-1]}人民政府)")
        for match in office.finditer(paper.text, body(paper)):
            yield Edit(match.start(1), match.end(1), "XX")
            yield Edit(match.start(1), match.end(1), "××")


def own_organ(paper: Paper) -> str:
    """The one organ, company or school that the title begins with, where the text names it again."""
    found = set(re.findall(ORGAN, paper.title, re.MULTILINE))
    organ = found.pop() if len(found) == 1 else ""
    return organ if paper.text.count(organ) > 1 and not own_town(paper) else ""


def organ_mentions(paper: Paper) -> Iterator[re.Match[str]]:
    """Where a sentence or a line begins with the own organ."""
    organ = own_organ(paper)
    if organ:
        mention = re.compile(rf"(?:^[\s　]*|[，。：]|20\d\d年，)({organ})(?=$|[^党、　])", re.MULTILINE)
        yield from mention.finditer(paper.text, body(paper))


def organ_of_sister_county(paper: Paper) -> Iterator[Edit]:
    """The organ of the same kind of a county of the same city in the place of the own."""
    county = own_county(paper)
    for match in organ_mentions(paper):
        if county and match[1].startswith(county.name):
            for name in absent(sister_counties(county), paper, match.start()):
                yield Edit(match.start(1), match.start(1) + len(county.name), name)


def organ_misspelt(paper: Paper) -> Iterator[Edit]:
    """The own organ without one of its letters, or with two of them swapped."""
    for match in organ_mentions(paper):
        middle = (match.start(1) + match.end(1)) // 2
        yield Edit(middle, middle + 1, "")
        if paper.text[middle] != paper.text[middle + 1]:
            yield Edit(middle, middle + 2, paper.text[middle + 1] + paper.text[middle])


def county_signs(paper: Paper) -> Iterator[Edit]:
    """A county of the same city in the place of the own before the own town or organ where the document is signed."""
    county = own_county(paper)
    if county:
        signed = re.compile(rf"^[\s　]*({county.name}){HAN}{{2,16}}$", re.MULTILINE)
        for match in signed.finditer(paper.text, max(body(paper), len(paper.text) - ENDING)):
            for name in absent(sister_counties(county), paper, match.start()):
                yield Edit(match.start(1), match.end(1), name)


def foreign_code(paper: Paper) -> Iterator[Edit]:
    """The code of a town or county beside the own in the document's number."""
    county, town = own_county(paper), own_town(paper)
    header = re.search(rf"^({HAN}){HAN}{{1,7}}〔20\d\d〕\d+号$", paper.title, re.MULTILINE)
    if county and header and header[1] in (town[0] if town else county.name):
        own = paper.title + county.province + county.city + county.name + SHORT_PROVINCES
        sisters = [name for name in (county.towns if town else sister_counties(county)) if name[0] not in own]
        start = paper.text.index(header[0])
        for sister in sisters[:4]:
            yield Edit(start, start + 1, sister[0])


@cache
def kin(upper: int, lower: int) -> dict[str, set[str]]:
    """The children of each parent, of two levels from provinces, 0, to towns, 3."""
    found: dict[str, set[str]] = {}
    for county in counties():
        names = (county.province, county.city, county.name)
        children = county.towns if lower == len(names) else (names[lower],)
        found.setdefault(names[upper], set()).update(children)
    return found


def wrong_parent(paper: Paper, upper: int, lower: int) -> Iterator[Edit]:
    """Pairs of a parent and a child in the text with another parent of that level, which has no such child."""
    children = kin(upper, lower)
    for parent in sorted(name for name in children if len(name) > 1 and name in paper.text):
        for child in sorted(name for name in children[parent] if len(name) > 2 and parent + name in paper.text):  # noqa: PLR2004
            others = sorted(
                name
                for name in children
                if name[-1] == parent[-1] and ORDINARY.search(name) and child not in children[name]
            )
            for match in re.finditer(rf"(?<!原)({parent}){child}", paper.text):
                yield Edit(match.start(1), match.end(1), others[match.start() * 31 % len(others)])


def wrong_province(paper: Paper) -> Iterator[Edit]:
    """A city under another province."""
    yield from wrong_parent(paper, 0, 1)


def wrong_city(paper: Paper) -> Iterator[Edit]:
    """A county under another city or province."""
    yield from wrong_parent(paper, 1, 2)
    yield from wrong_parent(paper, 0, 2)


def wrong_county(paper: Paper) -> Iterator[Edit]:
    """A town under another county."""
    yield from wrong_parent(paper, 2, 3)


MAKERS = {
    "gongwen.name-mismatch": (
        sister_town,
        sister_town_signs,
        foreign_town,
        town_misspelt,
        organ_of_sister_county,
        organ_misspelt,
        county_signs,
    ),
    "document.placeholder": (name_unfilled,),
    "gongwen.issuer-code": (foreign_code,),
    "gongwen.place-hierarchy": (wrong_province, wrong_city, wrong_county),
}
