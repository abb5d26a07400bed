# Options are looked at before anything is read.
$ for a in "--municipality 13" "--municipality 132102" "--memory -1" "--memory 1048577"; do daicho validate --layout juki $a nowhere.csv 2>&1 | head -1; done
daicho: --municipality takes six digits with their check digit, as 132101, not '13'
daicho: --municipality takes six digits with their check digit, as 132101, not '132102'
daicho: --memory takes mebibytes, 1 to 1048576, not -1
daicho: --memory takes mebibytes, 1 to 1048576, not 1048577
