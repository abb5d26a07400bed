      *> CSV in CP932 (iconv has made it of UTF-8) to 送付先情報 in CP932, as a COBOL programmer of a vendor would write it.
      *> UNSTRING knows no quotes: a comma inside a quoted value would shift the record.
       IDENTIFICATION DIVISION.
       PROGRAM-ID. csv-to-fixed.
       ENVIRONMENT DIVISION.
       INPUT-OUTPUT SECTION.
       FILE-CONTROL.
           SELECT in-file ASSIGN TO "/dev/stdin" ORGANIZATION LINE SEQUENTIAL.
           SELECT out-file ASSIGN TO "/dev/stdout" ORGANIZATION SEQUENTIAL.
       DATA DIVISION.
       FILE SECTION.
       FD  in-file.
       01  csv-line                     PIC X(4000).
       FD  out-file BLOCK CONTAINS 100 RECORDS.
           COPY "soufusaki.cpy".
       WORKING-STORAGE SECTION.
       01  at-end                       PIC 9 VALUE 0.
       01  lengths.
           05 len                       PIC S9(4) COMP-5 OCCURS 13.
       PROCEDURE DIVISION.
       main-line.
           OPEN INPUT in-file
           OPEN OUTPUT out-file
           READ in-file AT END MOVE 1 TO at-end END-READ
           PERFORM UNTIL at-end = 1
              READ in-file
                 AT END MOVE 1 TO at-end
                 NOT AT END PERFORM write-record
              END-READ
           END-PERFORM
           CLOSE in-file out-file
           STOP RUN RETURNING 0.

       write-record.
           UNSTRING csv-line DELIMITED BY "," INTO
              dispatch-no dispatch-postal dispatch-address-len dispatch-address COUNT IN len(1)
              dispatch-address-gaiji dispatch-name-len dispatch-name COUNT IN len(2) dispatch-name-gaiji
              municipality-code municipality-name-len municipality-name COUNT IN len(3) municipality-postal
              municipality-address-len municipality-address COUNT IN len(4) municipality-address-g
              municipality-phone issue-place-len issue-place COUNT IN len(5) issue-place-gaiji issue-place-postal
              issue-address-len issue-address COUNT IN len(6) issue-address-gaiji issue-phone card-place-len
              card-place COUNT IN len(7) card-place-gaiji card-place-postal card-address-len
              card-address COUNT IN len(8) card-address-gaiji card-phone person-count processed-date operator-id
              terminal-id print-class juminhyo-code name-len resident-name COUNT IN len(9) name-gaiji hiragana-len
              hiragana COUNT IN len(10) postal-code address-len resident-address COUNT IN len(11) address-gaiji
              birth-date sex individual-no article-class stay-expiry substitute-result sub-name-len
              sub-name COUNT IN len(12) sub-address-len sub-address COUNT IN len(13) sub-name-positions
              sub-address-positions gaiji-flag gaiji-pattern
           END-UNSTRING
           IF len(1) < 400 MOVE ALL X"8140" TO dispatch-address(len(1) + 1:) END-IF
           IF len(2) < 200 MOVE ALL X"8140" TO dispatch-name(len(2) + 1:) END-IF
           IF len(3) < 48 MOVE ALL X"8140" TO municipality-name(len(3) + 1:) END-IF
           IF len(4) < 200 MOVE ALL X"8140" TO municipality-address(len(4) + 1:) END-IF
           IF len(5) < 100 MOVE ALL X"8140" TO issue-place(len(5) + 1:) END-IF
           IF len(6) < 200 MOVE ALL X"8140" TO issue-address(len(6) + 1:) END-IF
           IF len(7) < 100 MOVE ALL X"8140" TO card-place(len(7) + 1:) END-IF
           IF len(8) < 200 MOVE ALL X"8140" TO card-address(len(8) + 1:) END-IF
           IF len(9) < 200 MOVE ALL X"8140" TO resident-name(len(9) + 1:) END-IF
           IF len(10) < 200 MOVE ALL X"8140" TO hiragana(len(10) + 1:) END-IF
           IF len(11) < 400 MOVE ALL X"8140" TO resident-address(len(11) + 1:) END-IF
           IF len(12) < 200 MOVE ALL X"8140" TO sub-name(len(12) + 1:) END-IF
           IF len(13) < 400 MOVE ALL X"8140" TO sub-address(len(13) + 1:) END-IF
           MOVE X"0D0A" TO line-end
           WRITE soufusaki-record.
