-- The language server, for Neovim 0.11 and later: vim.lsp.enable('recto')
return {
  cmd = { 'recto', 'lsp' },
  filetypes = { 'markdown', 'text', 'html', 'yaml' },
  root_markers = { 'recto.yaml', '.recto.yaml', 'pyproject.toml', '.git' },
}
