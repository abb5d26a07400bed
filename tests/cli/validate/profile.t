$ printf 'name = "県の受入試験"\n[alerts]\nD1012 = "error"\nD1302 = "off"\n' >strict.toml; cp $SAMPLES/bad/access-log.dat .; daicho validate --profile strict.toml --from fixed:utf-8 --layout access-log access-log.dat | grep -A20 '^access-log.dat: '  | sed -E 's/[0-9.]+ seconds/- seconds/'
access-log.dat: access-log 1.0 個人番号アクセスログ, fixed:utf-8,eol=crlf
  5 records, 2 of them with errors; 4,920 bytes; - seconds
  3 errors, 0 warnings
    count  code   severity  what
        1  D1005  error     Something that is not full-width
        1  D1012  error     Half-width blanks in a full-width item
        1  D1204  error     No moment in time
  logical checks that ran: L42
  profile '県の受入試験': D1012 error, D1302 off

$ daicho validate --lang ja --profile strict.toml --from fixed:utf-8 --layout access-log access-log.dat | grep プロファイル
  プロファイル「県の受入試験」：D1012 エラー、D1302 停止

$ daicho validate --profile strict.toml --report json --from fixed:utf-8 --layout access-log access-log.dat | grep -c '"severity":"error","code":"D1012"'
1

# An error stays an error; unknown keys and words are refused with their place.
$ printf 'name = "x"\n[alerts]\nD1201 = "off"\n' >lower.toml; daicho validate --profile lower.toml --layout access-log access-log.dat
! daicho: lower.toml:3:9: D1201 is an error, and stays one
!   a profile decides about alerts only
? 2

$ printf 'name = "x"\nalert = 1\n' >key.toml; daicho validate --profile key.toml --layout access-log access-log.dat
! daicho: key.toml:2:1: unknown key 'alert'
!   did you mean 'alerts'?
? 2

$ printf 'name = "x"\n[alerts]\nL99 = "off"\n' >check.toml; daicho validate --profile check.toml --layout access-log access-log.dat
! daicho: check.toml:3:7: no check and no finding is named 'L99'
!   `daicho validate --list-checks` lists the checks, `daicho explain` the findings
? 2

$ printf 'name = "x"\n[alerts]\nD1012 = "warning"\n' >level.toml; daicho validate --profile level.toml --layout access-log access-log.dat
! daicho: level.toml:3:9: no such level 'warning'
!   known: error, alert, off
? 2

$ daicho validate --profile nowhere.toml --layout access-log access-log.dat
! daicho: cannot open nowhere.toml: No such file or directory
? 3
