"""Names of any sort: the rule says what a name is, the kind compares it with the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Recto, Write


TOWNSHIPS = r"""
extends: name-mismatch
message: "{subject} / {name} / {kinship}{more}"
mention: 'Township of (?P<name>\p{Lu}\w+)'
own:
  - 'Township of {name} (?:Board|hereby)'
other:
  - 'neighbou?ring Township of {name}'
"""

COMPANIES = r"""
extends: name-mismatch
message: "{subject} / {name}"
mention: '\p{Lu}\w+ (?:Ltd|Limited|GmbH)'
subject: ['between {name}']
aliases: {'(?:Ltd|Limited)': Ltd}
kinship: {unknown: silent}
own: ['{name} \(the Supplier\)']
"""

TREE = "# a comment\nNorth\n\tUpper\n\t\tHill:Aton,Beton\n\t\tVale:Ceton\n\tLower\n\t\tPlain:Deton,Eton\nSouth\n\t-\n\t\tBay:Feton,Aton\n"

PLACES = r"""
extends: name-mismatch
message: "{name}: {kinship}"
names: mine/places.txt
mention: ton
subject: ['^{name}', 'of (?:Bay|Hill)?{name}']
certain: ['in {name}']
doubtful: '^Eton$'
kinship: {sibling: sure, cousin: likely, relative: hint, unrelated: silent}
own: ['our {name}']
between: ', '
"""


def check(recto: Recto, write: Write, rule: str, text: str) -> list[str]:
    write("styles/mine/names.yaml", rule)
    write("styles/mine/places.txt", TREE)
    path = write("a.txt", text)
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.names", path)
    assert result.status < 2, result.out
    return [line.partition(": ")[2].rpartition(" [")[0] for line in result.lines]


def test_a_name_used_as_the_documents_own(recto: Recto, write: Write) -> None:
    text = "Township of Ashby, Annual Report\n\nThe Township of Barton Board met twice.\n"
    assert check(recto, write, TOWNSHIPS, text) == ["warning: Ashby / Barton / another name of the same sort"]


def test_a_name_that_is_rightly_anothers(recto: Recto, write: Write) -> None:
    text = "Township of Ashby, Annual Report\n\nThe road leads to the neighbouring Township of Barton.\n"
    assert check(recto, write, TOWNSHIPS, text) == []


def test_the_subject_may_stand_in_the_opening(recto: Recto, write: Write) -> None:
    text = "Annual Report\n\nThe Township of Ashby met.\n\nThe Township of Barton Board met.\n"
    assert check(recto, write, TOWNSHIPS, text) == ["warning: Ashby / Barton / another name of the same sort"]


def test_without_a_subject_nothing_is_said(recto: Recto, write: Write) -> None:
    assert check(recto, write, TOWNSHIPS, "Annual Report\n\nNothing happened here this year.\n") == []


def test_beyond_ten_the_rest_is_counted(recto: Recto, write: Write) -> None:
    text = "Township of Ashby, Annual Report\n" + "\nThe Township of Barton Board met.\n" * 13
    found = check(recto, write, TOWNSHIPS, text)
    assert len(found) == 10
    assert found[-1].endswith(" (3 more after this one)")
    assert not found[-2].endswith("one)")


def test_companies_in_a_contract(recto: Recto, write: Write) -> None:
    text = (
        "Contract between Ash Ltd and Borough Council\n\n"
        "Ash Limited (the Supplier) delivers.\n\n"
        "Birch GmbH (the Supplier) is paid.\n\nCedar Ltd is a witness.\n"
    )
    assert check(recto, write, COMPANIES, text) == ["warning: Ash Ltd / Birch GmbH"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Then Beton paid, Aton not.", ["warning: Beton: both belong to Hill"]),
        ("Then Ceton paid, Aton not.", ["warning: Ceton: both lie in Upper"]),
        ("Then Deton paid, Aton not.", ["warning: Deton: both lie in North"]),
        ("Then Feton paid, Aton not.", ["warning: Feton: both belong to Bay"]),
        ("Beton, Ceton, Deton and Aton paid.", []),
        ("Beton, Deton paid, and Aton did not.", []),
        ("Beton, Aton paid.", ["warning: Beton: both belong to Hill"]),
        ("Our school is like Eton, Aton.", []),
        ("They met in Eton; Aton did not.", ["warning: Eton: both lie in North"]),
        ("Xyton is no place, and Aton is.", []),
    ],
    ids=[
        "sibling",
        "cousin",
        "relative",
        "the nearest reading",
        "a list",
        "two others",
        "two are no list",
        "doubtful",
        "certain",
        "no name",
    ],
)
def test_kinship(recto: Recto, write: Write, sentence: str, said: list[str]) -> None:
    assert check(recto, write, PLACES, f"Report of Aton\n\n{sentence}\n") == said


def test_a_parent_written_before_a_name_decides_which_is_meant(recto: Recto, write: Write) -> None:
    text = "Report of BayAton\n\nThen Beton paid, and Aton did not, in our Feton.\n"
    assert check(recto, write, PLACES, text) == ["warning: Feton: both belong to Bay"]


def test_unrelated_names_in_the_documents_own_place(recto: Recto, write: Write) -> None:
    text = "Report of HillAton\n\nAton paid for our Feton.\n"
    assert check(recto, write, PLACES, text) == ["warning: Feton: the two are not related"]
    assert check(recto, write, PLACES, text.replace("our", "a")) == []


def test_a_list_of_names_that_is_missing(recto: Recto, write: Write) -> None:
    rule = PLACES.replace("mine/places.txt", "mine/nowhere.txt")
    write("styles/mine/names.yaml", rule)
    path = write("a.txt", "Report of Aton\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.names", path)
    assert result.status == 2
    assert "names.yaml:" in result.err
    assert "mine/nowhere.txt" in result.err


SORTS = r"""
extends: name-mismatch
message: "{where}: {subject} / {name} / {kinship}"
mentions:
  part: '[A-Z]+-\d+'
  firm: '\p{Lu}\p{Ll}+ Ltd'
path: 'parts/(?P<part>[a-z]+-\d+)'
front-matter: ['^part: {name}$']
subject: ['^{name}']
own: ['this {name}']
opening: ['^{name} is']
under: {'^Use$': ['^{name} fits', '^{name}$']}
apart: ['unlike {name}']
kinship: {unknown: silent}
links: [part]
code: true
"""


def sorts(recto: Recto, write: Write, name: str, text: str) -> list[str]:
    write("styles/mine/names.yaml", SORTS)
    path = write(name, text)
    styles = path.parent / "styles" if name == "a.md" else path.parent.parent / "styles"
    result = recto("check", "--rules-path", styles, "--select", "mine.names", path)
    assert result.status < 2, result.out
    return [line.partition("warning: ")[2].rpartition(" [")[0] for line in result.lines]


OTHER = "another name of the same sort"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Take this `AB-2`.", [f"The title: AB-1 / AB-2 / {OTHER}"]),
        ("Take this Acme Ltd.", []),
        ("Take AB-2.", []),
        ("AB-2 is round.\n\nAB-3 is square.", [f"The title: AB-1 / AB-2 / {OTHER}"]),
        ("AB-1 is round.\n\nAB-3 is square.", []),
        ("## Use\n\nAB-2 fits.", [f"The title: AB-1 / AB-2 / {OTHER}"]),
        ("## Use\n\n```\nAB-2\n```", [f"The title: AB-1 / AB-2 / {OTHER}"]),
        ("## Care\n\nAB-2 fits.\n\n```\nAB-2\n```", []),
        ("It is unlike AB-1 and unlike AB-2.", ["The title: AB-1 / AB-1 / as if it were another"]),
        ("See [this AB-2 there](x).", [f"The title: AB-1 / AB-2 / {OTHER}"]),
        ("See [there](https://example.org/this%20AB-2).", []),
    ],
)
def test_names_of_several_sorts(recto: Recto, write: Write, body: str, said: list[str]) -> None:
    assert sorts(recto, write, "a.md", f"# AB-1\n\n{body}\n") == said


def test_a_link_is_read_with_its_target(recto: Recto, write: Write) -> None:
    text = "# AB-1\n\nSee [there](<this AB-2>).\n"
    assert sorts(recto, write, "a.md", text) == [f"The title: AB-1 / AB-2 / {OTHER}"]


def test_places_that_name_different_subjects(recto: Recto, write: Write) -> None:
    text = "---\npart: AB-2\n---\n\n# AB-3 and AB-1\n\nTake this AB-2 or this AB-4.\n"
    assert sorts(recto, write, "parts/ab-1.md", text) == [
        f"The path of the file: ab-1 / {name} / {OTHER}" for name in ("AB-2", "AB-3", "AB-4")
    ]


def test_a_subject_from_the_configuration(recto: Recto, write: Write) -> None:
    rule = SORTS + "about: AB-9\n"
    write("styles/mine/names.yaml", rule)
    path = write("a.md", "Take this AB-2.\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.names", path)
    assert f"The configuration: AB-9 / AB-2 / {OTHER}" in result.out
    write("styles/mine/names.yaml", rule.replace("AB-9", "Acme Ltd"))
    path = write("a.md", "Take this AB-2 from this Bolt Ltd.\n")
    result = recto("check", "--rules-path", path.parent / "styles", "--select", "mine.names", path)
    assert f"The configuration: Acme Ltd / AB-2 / {OTHER}" in result.out
    assert f"The configuration: Acme Ltd / Bolt Ltd / {OTHER}" in result.out


ORGANS = r"""
extends: name-mismatch
level: {sure: error, likely: warning, hint: suggestion}
message: "{where}: {subject} / {name} / {kinship}{more}"
names: mine/places.txt
mentions:
  place: 'ton'
  county: '(?:Hill|Vale|Bay)(?= )'
  office: '(?P<name>(?:\p{Lu}\w+ )*(?:Office|School))'
tail: ' (?:Council|Board)'
short: true
own-only: [county]
distinct: 'ton|Hill|Vale|Bay|Elm'
subject: ['^(?:The )?{name}(?= |$)']
head: ['^From: {name}$']
last-line: '^about '
dated: '^\d{4}-\d\d-\d\d$'
signature: ['^{name}$']
own: ['by {name} alone', 'our {name}']
doing: ['(?:^|\. ){name}']
bare: ['pretty {name}']
begins: ['(?:^|[ .]){name}']
other: ['with {name}', 'like {name}']
certain: ['in {name}']
doubtful: '^Eton$'
kinship: {sibling: likely, cousin: silent, relative: silent, unrelated: silent, unknown: silent}
misspelt: {'ton$|Office$|School$': '[N-S]'}
"""


def organs(recto: Recto, write: Write, text: str) -> list[str]:
    return check(recto, write, ORGANS, text)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("It is sent by Beton Board alone; Aton pays.", ["error: The title: Aton / Beton / both belong to Hill"]),
        ("Beton sings, and Aton pays.", ["warning: The title: Aton / Beton / both belong to Hill"]),
        ("Aton pays, and so does Beton.", []),
        ("So does Beton.", ["error: The title: Aton / Beton / both belong to Hill"]),
        ("Aton sings with Beton. Beton pays.", []),
        ("Aton dances. It is our Hill alone.", []),
        (
            "Our Aton and our Beton pay. Aton and Beton sing, in pretty Be.",
            [
                "error: The title: Aton / Beton / both belong to Hill",
                "warning: The title: Aton / Beton / both belong to Hill",
                "warning: The title: Aton / Be / both belong to Hill",
            ],
        ),
        ("Aton pays.\n\nBeton\n\n2020-01-01", ["error: The title: Aton / Beton / both belong to Hill"]),
        ("Aton pays.\n\n2020-01-01\n\nBeton", ["error: The title: Aton / Beton / both belong to Hill"]),
        ("Aton pays.\n\nAton\n\nBeton\n\n2020-01-01", []),
    ],
)
def test_what_counts_beside_the_documents_own(recto: Recto, write: Write, body: str, said: list[str]) -> None:
    assert organs(recto, write, f"Aton\n\n{body}\n") == said


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Sent by Hill Water Office alone, and by Water Office alone, and by Office alone.", []),
        (
            "Sent by Vale Water Office alone.",
            ["error: The title: Hill Water Office / Vale Water Office / another name of the same sort"],
        ),
        (
            "Sent by Hill Forest School alone.",
            ["warning: The title: Hill Water Office / Hill Forest School / another name of the same sort"],
        ),
        ("Sent by Forest Office alone, and like Vale Water Office.", []),
        (
            "Sent by Aton Water Office alone, and Hill Water Office pays.",
            [],
        ),
        (
            "Hill Wazer Office pays.",
            ["warning: The title: Hill Water Office / Hill Wazer Office / perhaps a slip for “Hill Water Office”"],
        ),
        ("Hill WaNer Office pays, like Hill Waser Office.", []),
        ("xHill Water Office pays.", []),
        ("It is our Vale Water Office.", ["error: The title: Hill / Vale / both belong to Upper"]),
    ],
)
def test_organs_by_the_places_that_they_begin_with(recto: Recto, write: Write, body: str, said: list[str]) -> None:
    assert organs(recto, write, f"Hill Water Office\n\n{body}\n") == said


def test_some_sorts_count_only_where_they_are_ones_own_somewhere(recto: Recto, write: Write) -> None:
    text = "Hill Council\n\nVale Council pays, and Vale Council and Hill Council sing.\n\nIt is our Vale Council.\n"
    said = "The title: Hill / Vale / both belong to Upper"
    assert organs(recto, write, text) == [f"warning: {said}", f"warning: {said}", f"error: {said}"]
    assert organs(recto, write, text.replace("our", "their")) == []


def test_a_title_over_several_lines_names_several(recto: Recto, write: Write) -> None:
    text = "Aton\n\nBeton\n\nabout water\n\nIt is our Beton, and our Aton.\n"
    assert organs(recto, write, text) == []
    said = "The title: Aton / Beton / both belong to Hill"
    assert organs(recto, write, text.replace("about", "on")) == [f"warning: {said}", f"error: {said}"]


def test_what_the_title_names_besides_is_a_partner(recto: Recto, write: Write) -> None:
    assert organs(recto, write, "Aton to Beton, a letter\n\nAton sings. Beton pays.\n") == []
    text = "Aton tells of our Beton\n\nAton sings.\n"
    assert organs(recto, write, text) == ["error: The title: Aton / Beton / both belong to Hill"]


def test_the_head_or_the_signature_may_name_the_subject(recto: Recto, write: Write) -> None:
    text = "From: Aton\n\nA letter\n\nIt is our Beton, and our Aton.\n"
    assert organs(recto, write, text) == ["error: The head: Aton / Beton / both belong to Hill"]
    assert organs(recto, write, "Aton\n\nFrom: Aton\n\nAton pays.\n") == []
    assert organs(recto, write, "Aton\n\nFrom: Beton\n\nAton pays.\n") == [
        "warning: The title: Aton / Beton / another name of the same sort"
    ]
    text = "A letter\n\nIt is our Beton, and our Aton.\n\nAton\n\n2020-01-01\n"
    assert organs(recto, write, text) == ["error: The signature: Aton / Beton / both belong to Hill"]
    assert organs(recto, write, "A letter\n\nIt is our Beton.\n\nHere\n\n2020-01-01\n") == []


def test_a_frequent_name_of_another_may_be_misspelt_too(recto: Recto, write: Write) -> None:
    text = "Hill Water Office\n\nIt is like Vale Forest School, like Vale Forest School, like Vale Forest School: Vale Forezt School.\n"
    assert organs(recto, write, text) == [
        "warning: The title: Hill Water Office / Vale Forezt School / perhaps a slip for “Vale Forest School”"
    ]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Feton pays, and Betton sings.", ["warning: The title: Beton / Betton / perhaps a slip for “Beton”"]),
        ("Beton pays. Deton sings.", []),
        ("Beton pays, with Bedon.", []),
        ("Beton pays, with Beeton.", []),
        ("Beton pays, xBepton sings.", []),
    ],
)
def test_a_name_on_the_list_is_no_slip(recto: Recto, write: Write, body: str, said: list[str]) -> None:
    assert [line for line in organs(recto, write, f"Beton\n\n{body}\n") if "slip" in line] == said
