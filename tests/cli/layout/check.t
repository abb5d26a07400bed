# Everything that is shipped is sound.
$ cd $SOURCE; daicho layout check schemas/*.toml schemas/codes/*.toml schemas/mappings/*.toml >$OLDPWD/out; cut -d: -f1 $OLDPWD/out | wc -l; grep -c . $OLDPWD/out; head -3 $OLDPWD/out | sed 's/[0-9]* findings/N findings/'
32
32
schemas/access-log.toml: layout access-log 1.0, 13 items, 702 bytes in cp932
schemas/atena.toml: layout atena 1.0, 38 items, 2,341 bytes in cp932
schemas/findings.toml: N findings

# A fault is named with its place, and does not hide what the other files say.
$ mkdir -p own/codes; sed 's/"X(10)", kind = "text", presence = "required" }/"X(10)", kind = "txt", presence = "required" }/' $SOURCE/schemas/kengen.toml >own/kengen.toml; echo 'id = "a"' >own/codes/b.toml; cp $SOURCE/schemas/honnin.toml own/copy.toml; daicho layout check own/kengen.toml $SOURCE/schemas/atena.toml own/codes/b.toml own/copy.toml own/none.toml | sed "s,$SOURCE/,,"; exit ${PIPESTATUS[0]}
schemas/atena.toml: layout atena 1.0, 38 items, 2,341 bytes in cp932
! own/kengen.toml:10:81: no such kind 'txt'
!   did you mean 'text'?
! own/codes/b.toml:1:1: 'name' is missing here
! own/copy.toml:1:1: the id 'honnin' must be the file's name, 'copy'
! daicho: cannot open own/none.toml: No such file or directory
? 3

# Code lists are looked for beside the file first.
$ mkdir -p mine/codes; printf 'id = "c"\nname = "区分"\norigin = "toolkit"\nsource = "試験"\ncodes = [ { code = "A", name = "一般" } ]\n' >mine/codes/c.toml; printf 'id = "m"\nversion = "1.0"\nname = "例"\nsource = "試験"\nitems = [\n  { no = 1, id = "c", name = "区分", picture = "X(1)", kind = "text", presence = "required", codes = "c" },\n]\n' >mine/m.toml; daicho layout check mine/m.toml mine/codes/c.toml
mine/m.toml: layout m 1.0, 1 items, 1 bytes in cp932
mine/codes/c.toml: code list c, 1 codes

$ daicho layout check
! daicho: FILE.toml... is missing
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
