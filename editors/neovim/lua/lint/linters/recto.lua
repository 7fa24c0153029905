-- Recto for nvim-lint, which finds this file by its name: linters_by_ft = { markdown = { 'recto' } }

local SEVERITIES = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  suggestion = vim.diagnostic.severity.INFO,
}

-- The byte, from 0, of a character, from 1; the end of the line for one that lies behind it.
local function byte_of(bufnr, line, column)
  local text = vim.api.nvim_buf_get_lines(bufnr, line - 1, line, false)[1] or ''
  local byte = vim.fn.byteidxcomp(text, column - 1)
  return byte < 0 and #text or byte
end

local function parse(output, bufnr)
  local is_read, rows = pcall(vim.json.decode, output)
  if not is_read then
    vim.notify_once('Recto gave no report; to see why: recto check -', vim.log.levels.WARN)
    return {}
  end
  return vim.tbl_map(function(row)
    return {
      lnum = row.line - 1,
      col = byte_of(bufnr, row.line, row.column),
      end_lnum = row.end_line - 1,
      end_col = byte_of(bufnr, row.end_line, row.end_column),
      severity = SEVERITIES[row.level],
      message = row.message,
      code = row.rule,
      source = 'recto',
    }
  end, rows)
end

return {
  cmd = 'recto',
  stdin = true, -- the buffer as it stands, which Neovim keeps in UTF-8
  args = {
    'check',
    '--output-format=json',
    '--encoding=utf-8',
    function()
      return '--stdin-filename=' .. vim.api.nvim_buf_get_name(0)
    end,
    '-',
  },
  stream = 'stdout',
  ignore_exitcode = true, -- 1 where there are diagnostics
  parser = parse,
}
