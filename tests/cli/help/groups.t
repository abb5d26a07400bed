# A group of commands has its help, too.
# (A blank line would end a command's output here: it is shown as a dot.)
$ daicho help layout | sed "s|^$|.|"
Usage: daicho layout COMMAND [OPTIONS] [FILES]
.
Commands:
  layout check       check schema files: layouts, code lists, mappings, iten.toml, findings.toml
  layout diff        compare two layouts: items added, removed, moved and changed
  layout list        list the record layouts there are
  layout show        show the items of a layout, their bytes and their rules
.
`daicho help COMMAND` or `daicho COMMAND --help` tells more.

$ daicho run --help | sed "s|^$|.|"
Usage: daicho run COMMAND [OPTIONS] [FILES]
.
Commands:
  run cs-update      publish 本人確認情報 of whoever changed, for the 市町村CS
  run iten           hand each department what it may see of the residents it deals with
  run soufusaki      publish 送付先情報 of whoever newly got an 個人番号
.
`daicho help COMMAND` or `daicho COMMAND --help` tells more.

$ daicho run
! daicho: 'run' needs one of: run cs-update, run iten, run soufusaki
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

# Options of every command may stand before it.
$ daicho --lang ja help validate | head -1; daicho --lang=en --log json help run | head -1; daicho --lang ja help | head -1
daicho validate: find every fault of a file: its place, its reason and what to do
Usage: daicho run COMMAND [OPTIONS] [FILES]
daicho reads, checks, converts and produces the batch files of the resident register (住民基本台帳).
