$ daicho layout diff juki juki

# A wider name, another kind, an item that is gone, one that is new and one that moved.
$ mkdir own; grep -v '"updated_by"' $SOURCE/schemas/kengen.toml | sed 's/X(10)", kind = "text"/X(12)", kind = "text"/; s/^version = .*/version = "1.1"/; s/^\]/  { no = 124, id = "remarks", name = "備考", picture = "N(20)", kind = "zenkaku", presence = "optional" },\n]/' >own/kengen.toml; daicho layout diff kengen own/kengen.toml
version: 1.0 -> 1.1
~ 120 department_code 所属コード
    picture: X(10) -> X(12)
- 122 updated_by 更新ユーザID X(10) text
+ 124 remarks 備考 N(20) zenkaku, after serial_no
bytes of a record, cp932: 42 -> 74
bytes of a record, utf-8: 42 -> 94
bytes of a record, utf-16: 84 -> 108
? 1

$ sed '/"department_code"/{h;d}; /"updated_by"/{G}' $SOURCE/schemas/kengen.toml >moved.toml; daicho layout diff kengen moved.toml
> 120 department_code 所属コード
    place: first -> after updated_by
? 1

$ daicho layout diff kengen nothing
! daicho: no layout 'nothing'; `daicho layout list` lists them
? 2
