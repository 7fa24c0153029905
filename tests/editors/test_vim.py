"""Vim and Neovim with the files of `editors/`: the cursor comes to the character that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from programs import PLACES, REPORTED, Place, desk, need, need_pygls

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

SCRIPT = r"""
set nocompatible encoding=utf-8 tabstop=4
set runtimepath^=$EDITORS/vim,$EDITORS/neovim
{}
let found = []
for number in range(1, len(getqflist()))
  execute 'silent cc' number
  call add(found, join([expand('%:t'), line('.'), strpart(getline('.'), col('.') - 1)], "\t"))
endfor
call writefile(found, '../found.txt')
qall!
"""
WAIT = "lua vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)"
SHOW = "lua vim.diagnostic.setqflist({ open = false })"


def places(program: str, folder: Path, *commands: str) -> list[Place]:
    """Where the cursor stands at each entry of the quickfix list that the commands fill."""
    place = desk(folder)
    (folder / "script.vim").write_text(SCRIPT.format("\n".join(commands)), encoding="utf-8")
    place.run(need(program), "-es", "-u", "NONE", "-i", "NONE", "-n", "-S", "../script.vim")
    return place.found()


@pytest.mark.parametrize("program", ["vim", "nvim"])
def test_make_checks_the_folder(program: str, tmp_path: Path) -> None:
    assert places(program, tmp_path, "compiler recto", "silent make!") == PLACES


@pytest.mark.parametrize("program", ["vim", "nvim"])
def test_make_checks_the_file(program: str, tmp_path: Path) -> None:
    commands = ("edit 报告\\ 一.md", "compiler recto", "silent make! %:S")
    assert places(program, tmp_path, *commands) == REPORTED


LINT = r"""
lua << END
vim.api.nvim_buf_set_lines(0, 0, 0, false, { '还没有存盘的一行', '' })
local linter = require('lint.linters.recto')
local words = { linter.cmd }
for _, word in ipairs(linter.args) do
  table.insert(words, type(word) == 'function' and word() or word)
end
local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n'
local found = linter.parser(vim.fn.system(words, text), vim.api.nvim_get_current_buf(), vim.fn.getcwd())
assert(linter.stdin and linter.ignore_exitcode and found[1].source == 'recto')
assert(found[1].code == 'mine.here' or found[1].code == 'mine.twice')
vim.diagnostic.set(vim.api.nvim_create_namespace('recto'), 0, found)
END
"""


@pytest.mark.parametrize("name", ["引号.md", "报告 一.md"])
def test_nvim_lint_checks_the_buffer(name: str, tmp_path: Path) -> None:
    found = places("nvim", tmp_path, f"edit {name.replace(' ', chr(92) + ' ')}", LINT, SHOW)
    assert sorted(found) == sorted(Place(path, line + 2, rest) for path, line, rest in PLACES if path == name)


SERVE = r"""
lua << END
local settings = { recto = { select = { SELECT } } }
if vim.lsp.enable then
  vim.lsp.config('recto', { settings = settings })
  vim.lsp.enable('recto')
  vim.bo.filetype = 'markdown'
else
  local config = dofile(vim.env.EDITORS .. '/neovim/lsp/recto.lua')
  vim.bo.filetype = 'markdown'
  local client = vim.lsp.start_client({ cmd = config.cmd, root_dir = vim.fn.getcwd(), init_options = settings.recto })
  vim.lsp.buf_attach_client(0, client)
end
END
"""


@pytest.mark.parametrize("name", ["引号.md", "报告 一.md"])
def test_neovim_talks_to_the_language_server(name: str, tmp_path: Path) -> None:
    need_pygls()
    found = places(
        "nvim", tmp_path, f"edit {name.replace(' ', chr(92) + ' ')}", SERVE.replace("SELECT", ""), WAIT, SHOW
    )
    assert sorted(found) == sorted(place for place in PLACES if place.path == name)


def test_neovim_passes_the_settings_on(tmp_path: Path) -> None:
    need_pygls()
    serve = SERVE.replace("SELECT", "'mine.spelling'")
    found = places("nvim", tmp_path, "edit 报告\\ 一.md", serve, WAIT.replace("> 0", "== 1"), SHOW)
    assert found == [place for place in PLACES if place.rest.startswith("recieve")]
