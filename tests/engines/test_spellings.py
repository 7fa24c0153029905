"""Two spellings of one word, told from how often each stands in a text."""

from __future__ import annotations

import pytest

from linter.engines.slips import by_letter, is_slip
from linter.engines.spellings import by_case, by_dots, by_hyphen, by_space, by_width
from linter.engines.words import Forms, names, words


def pairs(found: object) -> list[tuple[str, str]]:
    return [(spelling.variant, spelling.usual) for spelling in found]  # type: ignore[attr-defined]


def test_words_are_no_part_of_addresses_files_or_options() -> None:
    found = words("Fork it (on GitHub), not www.GitHub.com, a/GitHub, GitHub.md, @GitHub or --GitHub.")
    assert found.cased == {"Fork": 1, "GitHub": 1}
    assert found.plain == {"fork": 1, "it": 1, "on": 1, "not": 1, "or": 1}


def test_words_between_characters_of_another_script() -> None:
    found = words("使用MySQL存储。Straße und Größe")
    assert found.cased == {"MySQL": 1, "Straße": 1, "Größe": 1}
    assert found.beyond_ascii == "使用MySQL存储。Straße\nGröße"


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"GitHub": 3, "Github": 1}, [("Github", "GitHub")]),
        ({"Zookeeper": 9, "ZooKeeper": 1}, [("ZooKeeper", "Zookeeper")]),
        ({"Py_UNICODE": 3, "Py_Unicode": 1}, [("Py_Unicode", "Py_UNICODE")]),
        ({"NodeName": 3, "nodeName": 1, "nodename": 1, "NODENAME": 1}, []),
        ({"Word": 3, "WORD": 1, "word": 9}, []),
        ({"Lists": 3, "LISTs": 1}, []),
        ({"Representational": 3, "REpresentational": 1}, []),
        ({"PodGroup-level": 3, "PodGroup-Level": 1}, []),
        ({"IDs": 3, "Ids": 1}, []),
    ],
)
def test_capitals(counts: dict[str, int], found: list[tuple[str, str]]) -> None:
    assert pairs(by_case(counts)) == found


def test_width() -> None:
    assert pairs(by_width(words("GDP 和 gdp；ＧＤＰ、ＣＰＩ"))) == [("ＧＤＰ", "GDP")]


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"rollback": 3, "roll-back": 1}, [("roll-back", "rollback")]),
        ({"roll-back": 3, "rollback": 1}, [("rollback", "roll-back")]),
        ({"proof-of-work": 3, "proof-ofwork": 1}, [("proof-ofwork", "proof-of-work")]),
        ({"rollback": 2, "roll-back": 1}, []),
        ({"roll-back": 9}, []),
        ({"utf8": 9, "utf-8": 1, "is": 9, "i-s": 1}, []),
    ],
)
def test_hyphens(counts: dict[str, int], found: list[tuple[str, str]]) -> None:
    assert pairs(by_hyphen(counts)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dataset dataset dataset: a data set", [("data set", "dataset")]),
        ("a data set, the data set, our data set: dataset", [("dataset", "data set")]),
        ("setback setback setback: they set back", []),
        ("dataset dataset dataset: set the data", []),
        ("dataset dataset data set", []),
    ],
)
def test_blanks(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(by_space(words(text).plain, {"back"}, text)) == found


def test_dots() -> None:
    assert pairs(by_dots({"let...else": 3, "let else": 1, "if let": 2, "git commit": 3, "git-commit": 1})) == [
        ("let else", "let...else")
    ]


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("namepsace", "namespace"),
        ("runnning", "running"),
        ("implmented", "implemented"),
        ("exisiting", "existing"),
        ("authotization", "authorization"),
        ("kube-aipserver", "kube-apiserver"),
    ],
)
def test_slips(word: str, usual: str) -> None:
    assert is_slip(word, usual)
    assert pairs(by_letter({usual: 5, word: 1})) == [(word, usual)]
    assert not pairs(by_letter({usual: 5, usual[:5] + "words": 1}))
    assert not pairs(by_letter({usual: 4, word: 1}))
    assert not pairs(by_letter({usual: 5, word: 2}))


@pytest.mark.parametrize(
    ("word", "usual"),
    [
        ("validators", "validator"),
        ("validated", "validates"),
        ("unvalidated", "validated"),
        ("contact", "contract"),
        ("parsing", "passing"),
        ("thorough", "through"),
        ("scaled-down", "scale-down"),
        ("rescaling", "re-scaling"),
        ("node_selector", "nodeselector"),
        ("different", "something"),
        ("something", "something"),
        ("tranrfoms", "transform"),
        ("validtaon", "validation"),
    ],
)
def test_other_words(word: str, usual: str) -> None:
    assert not is_slip(word, usual)


def test_where_words_stand() -> None:
    forms = Forms({"GitHub", "Github"}, {"data set"})
    assert list(forms.find("Github, GITHUB, my Data set, DATA SET, a/Github")) == [
        ("Github", 0, 6),
        ("data set", 19, 27),
    ]
    assert list(forms.find("obj.GitHub = Github.md", code=True)) == [("GitHub", 4, 10)]
    assert list(forms.find("nothing here")) == []


def test_names_in_code() -> None:
    assert names("IpAddr::new(ip_addr)") == {"IpAddr": 1, "new": 1, "ip_addr": 1}
