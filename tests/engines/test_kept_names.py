from __future__ import annotations

import pytest
import regex

from linter.engines.kept_names import Names, is_mentioned, mention_of, names_in_paths, names_in_titles, slot

NOTHING = regex.compile("(?!)")
PLACES = regex.compile(r"\p{Han}{1,8}?(?:[镇县])")


@pytest.mark.parametrize(
    ("theirs", "own", "names"),
    [
        ("group-water/guide.md", "group-roads/guide.md", [("group-water", "group-roads"), ("water", "roads")]),
        ("yearly__2021__a.md", "yearly__2022__a.md", [("2021", "2022"), ("2021", "2022")]),
        ("2022/a.md", "2021/a.md", []),
        ("chapter-1.md", "chapter-2.md", [("chapter-1", "chapter-2")]),
        ("a/b/c.md", "a/c.md", []),
        ("a/one.md", "b/two.md", []),
        ("readme.md", "readme-old.md", []),
        ("x/" + "a" * 50 + ".md", "x/" + "b" * 50 + ".md", []),
        ("x/--.md", "x/++.md", []),
    ],
)
def test_how_two_paths_differ(theirs: str, own: str, names: list[tuple[str, str]]) -> None:
    assert [found[:2] for found in names_in_paths(theirs, own, NOTHING)] == names


@pytest.mark.parametrize(
    ("theirs", "own", "names"),
    [
        ("Guide to the 2021 election", "Guide to the 2022 election", ("2021", "2022")),
        ("The WaitForAny resource", "The WaitForAll resource", ("WaitForAny", "WaitForAll")),
        ("石桥镇年度报告", "柳河镇年度报告", ("石桥镇", "柳河镇")),
        ("关于石桥镇的报告", "关于柳河镇的报告", ("石桥镇", "柳河镇")),
        ("大石镇年度报告", "大河镇年度报告", ("大石镇", "大河镇")),
    ],
)
def test_how_two_titles_differ(theirs: str, own: str, names: tuple[str, str]) -> None:
    assert list(names_in_titles(theirs, own, PLACES)) == [Names(*names)]


def test_a_name_is_known_however_it_is_joined() -> None:
    mention = mention_of("group-water")
    for text in ("group-water", "Group Water", "/group%2Fwater/", "groupwater."):
        assert mention.search(text), text
    for text in ("group-waters", "subgroup-water", "group"):
        assert not mention.search(text), text
    assert mention_of("2021").search("v2021x")
    assert not mention_of("2021").search("20213")
    assert mention_of("石桥镇").search("在石桥镇的")
    assert is_mentioned("Group-Water", "our group water")
    assert not is_mentioned("Group-Water", "the water of our group")
    assert not is_mentioned("Group-Water", "the group")


def test_two_uses_of_a_form_share_their_slot() -> None:
    first, later = "Eligible in May 2021, since 3 June", "eligible in May 2022, since 14 June"
    assert slot(first, mention_of("2021")) == slot(later, mention_of("2022"))
