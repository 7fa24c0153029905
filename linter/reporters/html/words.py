"""What the page says, in each language."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Document report", "lang": "en",
        "error": "Error", "warning": "Warning", "suggestion": "Suggestion",
        "errors": "errors", "warnings": "warnings", "suggestions": "suggestions",
        "one-error": "error", "one-warning": "warning", "one-suggestion": "suggestion",
        "documents": "documents", "one-document": "document", "diagnostics": "diagnostics", "one-diagnostic": "diagnostic",
        "sure": "sure", "likely": "likely", "hint": "possible",
        "document": "Document", "outline": "Outline", "contents": "Documents", "clean": "Nothing found",
        "is-clean": "Nothing was found in this document.", "empty": "This document has no text.",
        "unread": "Documents that could not be read", "rules": "Rules in this report",
        "skip": "Skip to the documents", "search": "Search the diagnostics", "filter-rules": "Rules", "filter": "Filter",
        "filter-levels": "Levels", "all": "All", "none": "None", "shown": "{shown} of {all} shown",
        "dark": "Dark", "keys": "Keyboard", "close": "Close", "previous": "Previous diagnostic", "next": "Next diagnostic",
        "key-next": "next diagnostic", "key-previous": "previous diagnostic", "key-search": "search the diagnostics",
        "key-help": "this list", "key-close": "close, clear",
        "diagnostic": "Diagnostic {}", "to-text": "To its place in the text", "to-note": "To diagnostic {}",
        "place": "line {}", "places": "lines {}–{}", "page": "page {}",
        "referred": "Diagnostics that refer to this place", "to-place": "To place {}",
        "why": "About this rule", "grade": "Certainty", "source": "Source", "where": "Where", "quotation": "Quotation",
        "compare": "Compare side by side", "comparison": "The two copies side by side",
        "same": "{} blocks are the same", "differences": "{} differences", "one-difference": "1 difference", "no-differences": "No differences",
        "table": "Table", "made-by": "Made by Recto {}. This page holds the text of the documents: keep it as you keep them.",
        "colon": ": ", "more": "all",
    },
    "zh": {
        "title": "文档检查报告", "lang": "zh-CN",
        "error": "错误", "warning": "警告", "suggestion": "建议",
        "errors": "条错误", "warnings": "条警告", "suggestions": "条建议",
        "one-error": "条错误", "one-warning": "条警告", "one-suggestion": "条建议",
        "documents": "份文档", "one-document": "份文档", "diagnostics": "条诊断", "one-diagnostic": "条诊断",
        "sure": "确定", "likely": "很可能", "hint": "可能",
        "document": "文档", "outline": "目录", "contents": "文档一览", "clean": "未发现问题",
        "is-clean": "此文档未发现问题。", "empty": "此文档没有文字。",
        "unread": "未能读取的文件", "rules": "本报告涉及的规则",
        "skip": "跳到正文", "search": "搜索诊断", "filter-rules": "规则", "filter": "筛选",
        "filter-levels": "级别", "all": "全选", "none": "全不选", "shown": "显示{shown}条，共{all}条",
        "dark": "深色", "keys": "快捷键", "close": "关闭", "previous": "上一条诊断", "next": "下一条诊断",
        "key-next": "下一条诊断", "key-previous": "上一条诊断", "key-search": "搜索诊断",
        "key-help": "本列表", "key-close": "关闭、清除",
        "diagnostic": "诊断{}", "to-text": "回到原文", "to-note": "查看诊断{}",
        "place": "第{}行", "places": "第{}–{}行", "page": "第{}页",
        "referred": "提及此处的诊断", "to-place": "查看{}处",
        "why": "规则说明", "grade": "把握", "source": "依据", "where": "位置", "quotation": "原文",
        "compare": "并排对照", "comparison": "两处内容并排对照",
        "same": "{}段相同，从略", "differences": "{}处不同", "one-difference": "1处不同", "no-differences": "文字全同",
        "table": "表格", "made-by": "由 Recto {} 生成。本页含有文档原文，请按原文的要求保管。",
        "colon": "：", "more": "全部",
    },
}  # fmt: skip


def counted(number: int, what: str, words: dict[str, str]) -> str:
    """The number with its word: `3 errors`, `3条错误`."""
    word = words[f"one-{what}" if number == 1 else f"{what}s"]
    return f"{number}{word}" if words["lang"] == "zh-CN" else f"{number} {word}"
