      *> 送付先情報 in CP932 to CSV in CP932, as a COBOL programmer of a vendor would write it: iconv makes UTF-8 of it.
      *> Fill is left out; values are not quoted, since no item of this layout may hold a comma but the free ones.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. fixed-to-csv.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT in-file ASSIGN TO in-name ORGANIZATION SEQUENTIAL
               FILE STATUS in-status.
           SELECT out-file ASSIGN TO "/dev/stdout" ORGANIZATION LINE SEQUENTIAL
               FILE STATUS out-status.
       DATA DIVISION.
       FILE SECTION.
       FD  in-file BLOCK CONTAINS 100 RECORDS.
           COPY "soufusaki.cpy".
       FD  out-file.
       01  csv-line                     PIC X(4000).
       WORKING-STORAGE SECTION.
       01  in-name                      PIC X(400).
       01  in-status                    PIC XX.
       01  out-status                   PIC XX.
       01  at-end                       PIC 9 VALUE 0.
       01  p                            PIC S9(4) COMP-5.
       01  fill                         PIC S9(4) COMP-5.
       01  len                          PIC S9(4) COMP-5.
       PROCEDURE DIVISION.
       main-line.
           ACCEPT in-name FROM ARGUMENT-VALUE
           OPEN INPUT in-file
           IF in-status NOT = "00"
              DISPLAY "cannot open " in-name UPON SYSERR
              STOP RUN RETURNING 3
           END-IF
           OPEN OUTPUT out-file
           PERFORM UNTIL at-end = 1
              READ in-file
                 AT END MOVE 1 TO at-end
                 NOT AT END PERFORM write-line
              END-READ
           END-PERFORM
           CLOSE in-file out-file
           STOP RUN RETURNING 0.

       write-line.
           MOVE SPACES TO csv-line
           MOVE 1 TO p
           STRING dispatch-no "," dispatch-postal "," dispatch-address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 399 TO len
           PERFORM UNTIL len < 0 OR dispatch-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING dispatch-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," dispatch-address-gaiji "," dispatch-name-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR dispatch-name(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING dispatch-name(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," dispatch-name-gaiji "," municipality-code "," municipality-name-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 47 TO len
           PERFORM UNTIL len < 0 OR municipality-name(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING municipality-name(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," municipality-postal "," municipality-address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR municipality-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING municipality-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," municipality-address-g "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING municipality-phone DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," issue-place-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 99 TO len
           PERFORM UNTIL len < 0 OR issue-place(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING issue-place(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," issue-place-gaiji "," issue-place-postal "," issue-address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR issue-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING issue-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," issue-address-gaiji "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING issue-phone DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," card-place-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 99 TO len
           PERFORM UNTIL len < 0 OR card-place(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING card-place(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," card-place-gaiji "," card-place-postal "," card-address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR card-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING card-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," card-address-gaiji "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING card-phone DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," person-count "," processed-date "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING operator-id DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING terminal-id DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," print-class "," juminhyo-code "," name-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR resident-name(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING resident-name(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," name-gaiji "," hiragana-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR hiragana(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING hiragana(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," postal-code "," address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 399 TO len
           PERFORM UNTIL len < 0 OR resident-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING resident-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," address-gaiji "," birth-date "," sex "," individual-no "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING article-class DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING stay-expiry DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," substitute-result "," sub-name-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 199 TO len
           PERFORM UNTIL len < 0 OR sub-name(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING sub-name(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," sub-address-len "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           MOVE 399 TO len
           PERFORM UNTIL len < 0 OR sub-address(len:2) NOT = X"8140"
              SUBTRACT 2 FROM len
           END-PERFORM
           ADD 1 TO len
           IF len > 0
              STRING sub-address(1:len) DELIMITED BY SIZE INTO csv-line WITH POINTER p
           END-IF
           STRING "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING sub-name-positions DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING sub-address-positions DELIMITED BY SPACE INTO csv-line WITH POINTER p
           STRING "," gaiji-flag "," DELIMITED BY SIZE
              INTO csv-line WITH POINTER p
           STRING gaiji-pattern DELIMITED BY SPACE INTO csv-line WITH POINTER p
           WRITE csv-line.
