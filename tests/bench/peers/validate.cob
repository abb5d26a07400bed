      *> What a COBOL programmer of a vendor would write to look over a 送付先情報 file in CP932 before delivery: fewer
      *> checks than daicho has, one line for each fault.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. soufusaki-validate.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT in-file ASSIGN TO in-name ORGANIZATION SEQUENTIAL
               FILE STATUS in-status.
       DATA DIVISION.
       FILE SECTION.
       FD  in-file BLOCK CONTAINS 100 RECORDS.
           COPY "soufusaki.cpy".
       WORKING-STORAGE SECTION.
       01  in-name                      PIC X(400).
       01  in-status                    PIC XX.
       01  at-end                       PIC 9 VALUE 0.
       01  record-count                    PIC 9(9) COMP-5 VALUE 0.
       01  faults                       PIC 9(9) COMP-5 VALUE 0.
       01  shown                        PIC Z(8)9.
       01  what                         PIC X(40).
       01  checked-date                 PIC 9(8).
       01  checked-parts REDEFINES checked-date.
           05 c-year                    PIC 9(4).
           05 c-month                   PIC 9(2).
           05 c-day                     PIC 9(2).
       01  days-of-months               PIC X(24) VALUE "312831303130313130313031".
       01  days-table REDEFINES days-of-months.
           05 days-in                   PIC 9(2) OCCURS 12.
       01  last-day                     PIC 99.
       01  number-text                  PIC X(12).
       01  number-digits REDEFINES number-text.
           05 n-digit                   PIC 9 OCCURS 12.
       01  number-length                PIC S9(4) COMP-5.
       01  digit-sum                    PIC S9(9) COMP-5.
       01  weight                       PIC S9(4) COMP-5.
       01  i                            PIC S9(4) COMP-5.
       01  rest                         PIC S9(4) COMP-5.
       01  quotient                     PIC S9(9) COMP-5.
       01  wanted                       PIC S9(4) COMP-5.
       01  len                          PIC S9(4) COMP-5.
       01  width                        PIC S9(4) COMP-5.
       01  fill-at                      PIC S9(4) COMP-5.
       01  any-gaiji                    PIC 9.
       LINKAGE SECTION.
       PROCEDURE DIVISION.
       main-line.
           ACCEPT in-name FROM ARGUMENT-VALUE
           OPEN INPUT in-file
           IF in-status NOT = "00"
              DISPLAY "cannot open " in-name UPON SYSERR
              STOP RUN RETURNING 3
           END-IF
           PERFORM UNTIL at-end = 1
              READ in-file
                 AT END MOVE 1 TO at-end
                 NOT AT END PERFORM check-record
              END-READ
           END-PERFORM
           CLOSE in-file
           DISPLAY record-count " records, " faults " faults" UPON SYSERR
           IF faults > 0 STOP RUN RETURNING 1.
           STOP RUN RETURNING 0.

       check-record.
           ADD 1 TO record-count
           IF line-end NOT = X"0D0A" MOVE "line end" TO what PERFORM fault.
           PERFORM check-digits
           PERFORM check-required
           PERFORM check-lengths
           PERFORM check-dates
           PERFORM check-codes
           PERFORM check-numbers
           PERFORM check-gaiji.

       fault.
           ADD 1 TO faults
           MOVE record-count TO shown
           DISPLAY shown ": " what.

       check-digits.
           IF dispatch-no NOT NUMERIC MOVE "dispatch_no" TO what PERFORM fault.
           IF dispatch-postal NOT NUMERIC MOVE "dispatch_postal_code" TO what PERFORM fault.
           IF municipality-code NOT NUMERIC MOVE "municipality_code" TO what PERFORM fault.
           IF municipality-postal NOT NUMERIC MOVE "municipality_postal_code" TO what PERFORM fault.
           IF issue-place-postal NOT NUMERIC MOVE "issue_place_postal_code" TO what PERFORM fault.
           IF card-place-postal NOT NUMERIC MOVE "card_place_postal_code" TO what PERFORM fault.
           IF postal-code NOT NUMERIC MOVE "postal_code" TO what PERFORM fault.
           IF person-count NOT NUMERIC OR person-count = 0 MOVE "person_count" TO what PERFORM fault.
           IF print-class NOT NUMERIC OR print-class = 0 MOVE "print_class" TO what PERFORM fault.
           IF juminhyo-code NOT NUMERIC MOVE "juminhyo_code" TO what PERFORM fault.
           IF individual-no NOT NUMERIC MOVE "individual_no" TO what PERFORM fault.

       check-required.
           IF municipality-phone = SPACES MOVE "municipality_phone" TO what PERFORM fault.
           IF issue-phone = SPACES MOVE "issue_place_phone" TO what PERFORM fault.
           IF card-phone = SPACES MOVE "card_place_phone" TO what PERFORM fault.
           IF operator-id = SPACES MOVE "operator_id" TO what PERFORM fault.
           IF terminal-id = SPACES MOVE "terminal_id" TO what PERFORM fault.

      *> 項目長: the character before its end is no fill, everything behind it is.
       check-lengths.
           IF dispatch-address-len NOT NUMERIC OR dispatch-address-len = 0 OR dispatch-address-len > 200
              MOVE "dispatch_address_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * dispatch-address-len - 1
              IF dispatch-address(fill-at:2) = X"8140" MOVE "dispatch_address" TO what PERFORM fault END-IF
              IF dispatch-address-len < 200
                 ADD 2 TO fill-at
                 IF dispatch-address(fill-at:) NOT = ALL X"8140" MOVE "dispatch_address" TO what PERFORM fault END-IF
              END-IF
           END-IF
           IF dispatch-name-len NOT NUMERIC OR dispatch-name-len = 0 OR dispatch-name-len > 100
              MOVE "dispatch_name_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * dispatch-name-len - 1
              IF dispatch-name(fill-at:2) = X"8140" MOVE "dispatch_name" TO what PERFORM fault END-IF
              IF dispatch-name-len < 100
                 ADD 2 TO fill-at
                 IF dispatch-name(fill-at:) NOT = ALL X"8140" MOVE "dispatch_name" TO what PERFORM fault END-IF
              END-IF
           END-IF
           IF municipality-address-len NOT NUMERIC OR municipality-address-len = 0 OR municipality-address-len > 100
              MOVE "municipality_address_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * municipality-address-len - 1
              IF municipality-address(fill-at:2) = X"8140" MOVE "municipality_address" TO what PERFORM fault END-IF
              IF municipality-address-len < 100
                 ADD 2 TO fill-at
                 IF municipality-address(fill-at:) NOT = ALL X"8140"
                    MOVE "municipality_address" TO what PERFORM fault
                 END-IF
              END-IF
           END-IF
           IF name-len NOT NUMERIC OR name-len = 0 OR name-len > 100
              MOVE "name_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * name-len - 1
              IF resident-name(fill-at:2) = X"8140" MOVE "name" TO what PERFORM fault END-IF
              IF name-len < 100
                 ADD 2 TO fill-at
                 IF resident-name(fill-at:) NOT = ALL X"8140" MOVE "name" TO what PERFORM fault END-IF
              END-IF
           END-IF
           IF hiragana-len NOT NUMERIC OR hiragana-len = 0 OR hiragana-len > 100
              MOVE "name_hiragana_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * hiragana-len - 1
              IF hiragana(fill-at:2) = X"8140" MOVE "name_hiragana" TO what PERFORM fault END-IF
              IF hiragana-len < 100
                 ADD 2 TO fill-at
                 IF hiragana(fill-at:) NOT = ALL X"8140" MOVE "name_hiragana" TO what PERFORM fault END-IF
              END-IF
           END-IF
           IF address-len NOT NUMERIC OR address-len = 0 OR address-len > 200
              MOVE "address_length" TO what PERFORM fault
           ELSE
              COMPUTE fill-at = 2 * address-len - 1
              IF resident-address(fill-at:2) = X"8140" MOVE "address" TO what PERFORM fault END-IF
              IF address-len < 200
                 ADD 2 TO fill-at
                 IF resident-address(fill-at:) NOT = ALL X"8140" MOVE "address" TO what PERFORM fault END-IF
              END-IF
           END-IF
           IF sub-name-len NOT NUMERIC OR sub-name-len = 0 MOVE "substitute_name_length" TO what PERFORM fault.
           IF sub-address-len NOT NUMERIC OR sub-address-len = 0
              MOVE "substitute_address_length" TO what PERFORM fault.

       check-dates.
           MOVE processed-date TO checked-date
           MOVE "processed_date" TO what
           PERFORM check-date
           IF birth-era NOT NUMERIC OR birth-era > 5
              MOVE "birth_date" TO what PERFORM fault
           ELSE
              IF birth-day NOT = 0
                 MOVE birth-day TO checked-date
                 MOVE "birth_date" TO what
                 PERFORM check-date
              END-IF
           END-IF
           IF stay-expiry NOT = SPACES
              MOVE stay-expiry TO checked-parts
              MOVE "period_of_stay_expiry" TO what
              PERFORM check-date
           END-IF.

       check-date.
           IF checked-date NOT NUMERIC OR c-month > 12
              PERFORM fault
           ELSE
              IF c-month > 0
                 MOVE days-in(c-month) TO last-day
                 IF c-month = 2 AND FUNCTION MOD(c-year 4) = 0
                    AND (FUNCTION MOD(c-year 100) NOT = 0 OR FUNCTION MOD(c-year 400) = 0)
                    MOVE 29 TO last-day
                 END-IF
                 IF c-day > last-day PERFORM fault END-IF
              END-IF
           END-IF.

       check-codes.
           IF NOT sex-known MOVE "sex" TO what PERFORM fault.
           IF NOT article-known MOVE "article_30_45_class" TO what PERFORM fault.
           IF NOT substitute-known MOVE "substitute_result" TO what PERFORM fault.
           IF NOT gaiji-flag-known MOVE "gaiji_flag" TO what PERFORM fault.

       check-numbers.
           MOVE individual-no TO number-text
           MOVE 12 TO number-length
           PERFORM modulus-11
           IF n-digit(12) NOT = wanted MOVE "individual_no" TO what PERFORM fault.
           MOVE juminhyo-code TO number-text
           MOVE 11 TO number-length
           PERFORM modulus-11
           IF n-digit(11) NOT = wanted MOVE "juminhyo_code" TO what PERFORM fault.

       modulus-11.
           MOVE 0 TO digit-sum
           MOVE 2 TO weight
           COMPUTE i = number-length - 1
           PERFORM UNTIL i = 0
              COMPUTE digit-sum = digit-sum + n-digit(i) * weight
              ADD 1 TO weight
              IF weight > 7 MOVE 2 TO weight END-IF
              SUBTRACT 1 FROM i
           END-PERFORM
           DIVIDE digit-sum BY 11 GIVING quotient REMAINDER rest
           IF rest < 2 MOVE 0 TO wanted ELSE COMPUTE wanted = 11 - rest END-IF.

       check-gaiji.
           MOVE 0 TO any-gaiji
           IF dispatch-address-gaiji > 0 OR dispatch-name-gaiji > 0 OR municipality-address-g > 0
              OR issue-place-gaiji > 0 OR issue-address-gaiji > 0 OR card-place-gaiji > 0
              OR card-address-gaiji > 0 OR name-gaiji > 0 OR address-gaiji > 0
              MOVE 1 TO any-gaiji
           END-IF
           IF gaiji-flag NOT = any-gaiji MOVE "gaiji_flag" TO what PERFORM fault.
