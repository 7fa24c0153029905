" Recto for :make in Vim and Neovim: ":compiler recto", then ":make" for the folder or ":make %" for the file.
" Columns of the format `vim` are bytes of UTF-8, as %c counts them where 'encoding' is utf-8.

if exists('current_compiler')
  finish
endif
let current_compiler = 'recto'

let s:save_cpo = &cpo
set cpo&vim

CompilerSet makeprg=recto\ check\ --output-format\ vim\ --color\ never\ --quiet
CompilerSet errorformat=%f:%l:%c:\ %t%*[^:]:\ %m

let &cpo = s:save_cpo
unlet s:save_cpo
