      *> A record of 送付先情報 in CP932, with its line end.
       01  soufusaki-record.
           05 dispatch-no               PIC 9(12).
           05 dispatch-postal           PIC 9(7).
           05 dispatch-address-len      PIC 9(3).
           05 dispatch-address          PIC X(400).
           05 dispatch-address-gaiji    PIC 9(3).
           05 dispatch-name-len         PIC 9(3).
           05 dispatch-name             PIC X(200).
           05 dispatch-name-gaiji       PIC 9(3).
           05 municipality-code         PIC 9(5).
           05 municipality-name-len     PIC 9(3).
           05 municipality-name         PIC X(48).
           05 municipality-postal       PIC 9(7).
           05 municipality-address-len  PIC 9(3).
           05 municipality-address      PIC X(200).
           05 municipality-address-g    PIC 9(3).
           05 municipality-phone        PIC X(15).
           05 issue-place-len           PIC 9(3).
           05 issue-place               PIC X(100).
           05 issue-place-gaiji         PIC 9(3).
           05 issue-place-postal        PIC 9(7).
           05 issue-address-len         PIC 9(3).
           05 issue-address             PIC X(200).
           05 issue-address-gaiji       PIC 9(3).
           05 issue-phone               PIC X(15).
           05 card-place-len            PIC 9(3).
           05 card-place                PIC X(100).
           05 card-place-gaiji          PIC 9(3).
           05 card-place-postal         PIC 9(7).
           05 card-address-len          PIC 9(3).
           05 card-address              PIC X(200).
           05 card-address-gaiji        PIC 9(3).
           05 card-phone                PIC X(15).
           05 person-count              PIC 9(2).
           05 processed-date            PIC 9(8).
           05 operator-id               PIC X(10).
           05 terminal-id               PIC X(10).
           05 print-class               PIC 9(2).
           05 juminhyo-code             PIC 9(11).
           05 name-len                  PIC 9(3).
           05 resident-name             PIC X(200).
           05 name-gaiji                PIC 9(3).
           05 hiragana-len              PIC 9(3).
           05 hiragana                  PIC X(200).
           05 postal-code               PIC 9(7).
           05 address-len               PIC 9(3).
           05 resident-address          PIC X(400).
           05 address-gaiji             PIC 9(3).
           05 birth-date.
              10 birth-era              PIC 9.
              10 birth-day              PIC 9(8).
           05 sex                       PIC 9.
              88 sex-known              VALUE 1 2.
           05 individual-no             PIC 9(12).
           05 article-class             PIC X.
              88 article-known          VALUE "0" "1" "2" "3" "4" "5" "6" " ".
           05 stay-expiry               PIC X(8).
           05 substitute-result         PIC 9.
              88 substitute-known       VALUE 0 1 2 9.
           05 sub-name-len              PIC 9(3).
           05 sub-name                  PIC X(200).
           05 sub-address-len           PIC 9(3).
           05 sub-address               PIC X(400).
           05 sub-name-positions        PIC X(100).
           05 sub-address-positions     PIC X(200).
           05 gaiji-flag                PIC 9.
              88 gaiji-flag-known       VALUE 0 1.
           05 gaiji-pattern             PIC X(64).
           05 line-end                  PIC X(2).
