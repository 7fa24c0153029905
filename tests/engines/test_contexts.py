"""A name is told by what stands around it."""

from __future__ import annotations

import pytest

from linter.engines.contexts import compile_contexts
from linter.engines.patterns import PatternError


@pytest.mark.parametrize(
    ("contexts", "text", "held"),
    [
        pytest.param(["在{name}镇政府"], "会议在柳河镇政府召开", True, id="both-sides"),
        pytest.param(["在{name}镇政府"], "会议由柳河镇政府召开", False, id="before-differs"),
        pytest.param(["在{name}镇政府"], "会议在柳河村委会召开", False, id="after-differs"),
        pytest.param(["位于{name}", "来自{name}"], "代表来自柳河", True, id="one-of-several-before"),
        pytest.param(["位于{name}", "来自{name}"], "代表前往柳河", False, id="none-of-several-before"),
        pytest.param(["{name}村", "{name}街道"], "柳河街道办事处", True, id="one-of-several-after"),
        pytest.param(["{name}村", "{name}街道"], "柳河水库", False, id="none-of-several-after"),
        pytest.param(["^Township of {name}"], "Township of 柳河", True, id="start-of-the-text"),
        pytest.param(["^Township of {name}"], "the Township of 柳河", False, id="not-at-the-start"),
        pytest.param(["到|在{name}"], "代表到柳河", True, id="choice-in-the-pattern"),
        pytest.param(["{name}"], "柳河", True, id="a-bare-name-anywhere"),
        pytest.param(["到.{0,3}{name}"], "到美丽的柳河", True, id="width-that-varies-before"),
        pytest.param([], "柳河", False, id="no-context"),
    ],
)
def test_a_name_is_held_by_its_context(contexts: list[str], text: str, held: bool) -> None:  # noqa: FBT001 - a parameter of a test
    start = text.index("柳河")
    assert compile_contexts(contexts).hold(text, start, start + 2) is held


@pytest.mark.parametrize("context", ["位于", "{name}与{name}"], ids=["no-name", "two-names"])
def test_a_context_must_hold_the_name_once(context: str) -> None:
    with pytest.raises(PatternError, match=r"must hold \{name\} once"):
        compile_contexts([context])


@pytest.mark.parametrize("context", ["({name}", "{name}(", "在{name}["], ids=["before", "after", "after-of-two"])
def test_a_context_with_bad_syntax_is_refused(context: str) -> None:
    with pytest.raises(PatternError, match="bad pattern"):
        compile_contexts([context]).hold("在柳河镇", 1, 4)
