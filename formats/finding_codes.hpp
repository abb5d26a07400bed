// Every finding's code. schemas/findings.toml holds their texts; a test fails where the two differ. In brackets: the
// args that its message may use beside the item's name.
#pragma once

#include "formats/finding.hpp"

namespace daicho::code {

// D01xx: the file
inline constexpr FindingCode kByteOrderMark{
    "D0101", Severity::error};  ///< BOM present or missing against the spec [expected, found (yes, no)]
inline constexpr FindingCode kDosEndOfFile{"D0102", Severity::warning};  ///< a final 0x1A
inline constexpr FindingCode kEmptyFile{"D0103",
                                        Severity::error};  ///< no byte where at least a header or envelope is due
inline constexpr FindingCode kOtherLayout{"D0104",
                                          Severity::error};  ///< the bytes are those of another layout [looks_like]
inline constexpr FindingCode kNoBytes{"D0105", Severity::warning};  ///< no byte in a format that allows no records
inline constexpr FindingCode kEnvelopeMissing{
    "D0111",
    Severity::error};  ///< a control record is missing or misplaced [record_class, problem (missing, misplaced)]
inline constexpr FindingCode kEnvelopeCount{
    "D0112", Severity::error};  ///< a control record's count is wrong [field, expected, found]
inline constexpr FindingCode kEnvelopeHash{
    "D0113", Severity::error};  ///< hash total or SHA-256 is wrong [field, expected, found]
inline constexpr FindingCode kEnvelopeLayout{
    "D0114", Severity::error};  ///< the header names another layout, version or charset [field, expected, found]
inline constexpr FindingCode kEnvelopeField{
    "D0115", Severity::error};  ///< a control record's field is malformed [field, expected, found; no_day, no_moment,
                                ///< check_digit_of (the value)]
inline constexpr FindingCode kCompressedTruncated{
    "D0121", Severity::error};  ///< a .zst or .gz that ends early or is damaged [reason]

// D02xx: framing of fixed records
inline constexpr FindingCode kRecordLength{"D0201",
                                           Severity::error};  ///< a record of another length [expected, found (bytes)]
inline constexpr FindingCode kPartialRecord{
    "D0202", Severity::error};  ///< the file ends inside a record [expected, found (bytes)]
inline constexpr FindingCode kLineEnd{
    "D0203",
    Severity::error};  ///< another line end than the spec's, or none [expected, found (CRLF, LF, CR, -, hexadecimal)]

// D03xx: CSV and JSON Lines
inline constexpr FindingCode kQuoteOpen{"D0301", Severity::error};  ///< a quoted value never ends
inline constexpr FindingCode kQuoteMisplaced{"D0302",
                                             Severity::error};  ///< a quote inside an unquoted value, or text after one
inline constexpr FindingCode kColumnCount{"D0303",
                                          Severity::error};  ///< a row with another number of columns [expected, found]
inline constexpr FindingCode kColumnUnknown{"D0304",
                                            Severity::error};  ///< a header names no item of the layout [name, column
                                                               ///< (its number); or unnamed: the number of a column
                                                               ///< without a name; or columns: none of so many does]
inline constexpr FindingCode kColumnMissing{"D0305", Severity::error};     ///< an item of the layout has no column
inline constexpr FindingCode kColumnTwice{"D0306", Severity::error};       ///< two columns for one item [name, column]
inline constexpr FindingCode kHeaderAgain{"D0309", Severity::error};       ///< the header row among the records
inline constexpr FindingCode kColumnsExchanged{"D0310", Severity::error};  ///< two columns' values exchanged [other]
inline constexpr FindingCode kShiftCodeLost{"D0313",
                                            Severity::error};  ///< EBCDIC CSV: a row lacks 0E or 0F [missing_en, _ja]
inline constexpr FindingCode kJsonSyntax{"D0311", Severity::error};  ///< a line is no JSON object of strings [reason]
inline constexpr FindingCode kJsonKey{
    "D0312", Severity::error};  ///< a key names no item, or one that has a value already [unknown or twice: the key]
inline constexpr FindingCode kRowTooLong{"D0307", Severity::error};  ///< a row past the size limit [limit]
inline constexpr FindingCode kLineEndMissing{
    "D0308",
    Severity::warning};  ///< CSV: the last row has no line end: RFC 4180 allows it, but a cut file looks the same

// D04xx: plain text
inline constexpr FindingCode kBrokenText{
    "D0401", Severity::error};  ///< bytes that are no character of the charset [charset, offset, bytes (hexadecimal)]

// D10xx: characters and pictures
inline constexpr FindingCode kBrokenCharacter{
    "D1001", Severity::error};  ///< bytes that are no character of the charset [charset; in records: bytes
                                ///< (hexadecimal), at (1-based, in the record)]
inline constexpr FindingCode kUnmappable{
    "D1002", Severity::error};  ///< a character that the output's charset lacks [charset, character (U+20BB7)]
inline constexpr FindingCode kNotDigits{"D1003", Severity::error};     ///< a 9 item holds something else
inline constexpr FindingCode kNotHalfWidth{"D1004", Severity::error};  ///< an X item holds something outside 0x20-0x7E
inline constexpr FindingCode kNotFullWidth{"D1005", Severity::error};  ///< an N item holds half-width text or a control
inline constexpr FindingCode kTooLong{"D1006",
                                      Severity::error};  ///< longer than the picture [expected (the limit), found]
inline constexpr FindingCode kWrongLength{"D1007", Severity::error};   ///< a 9 item of another length [expected, found]
inline constexpr FindingCode kEndsWithFill{"D1008", Severity::error};  ///< a value that ends with its fill character
inline constexpr FindingCode kKindCharacter{
    "D1009", Severity::error};  ///< a character that the kind does not allow [expected (the kind)]
inline constexpr FindingCode kFillBroken{
    "D1010", Severity::error};  ///< fill of another kind, or in the wrong place [at (1-based, in the record)]
inline constexpr FindingCode kFullWidthDigits{"D1011",
                                              Severity::warning};  ///< CSV: full-width digits read as half-width
inline constexpr FindingCode kHalfWidthBlank{
    "D1012", Severity::warning};  ///< an N field of half-width spaces, or followed by them
inline constexpr FindingCode kUnquotable{"D1013", Severity::error};  ///< quote=none and a value with , " CR or LF
inline constexpr FindingCode kDuplicateCode{
    "D1014", Severity::warning};  ///< --strict raises it: a code that would not come back [charset, count]
inline constexpr FindingCode kUnknownJukiCode{"D1015",
                                              Severity::error};  ///< a 住基ネット統一文字 code that stands in no table
                                                                 ///< [code (J+AC00), at (1-based, in the record)]

// D11xx: presence
inline constexpr FindingCode kRequiredMissing{"D1101", Severity::error};
inline constexpr FindingCode kRequiredHere{
    "D1102", Severity::error};  ///< required where a condition holds [condition_en, condition_ja]
inline constexpr FindingCode kBlankHere{
    "D1103", Severity::error};  ///< a value where there may be none [condition_en, condition_ja]

// D12xx: dates
inline constexpr FindingCode kNotADate{"D1201", Severity::error};         ///< no day of the calendar
inline constexpr FindingCode kEraWrong{"D1202", Severity::error};         ///< the day lies outside its era
inline constexpr FindingCode kDateUnknownPart{"D1203", Severity::error};  ///< 不詳 where the item does not allow it
inline constexpr FindingCode kNotATimestamp{"D1204", Severity::error};

// D13xx: check digits
inline constexpr FindingCode kCheckDigit{"D1301", Severity::error};
inline constexpr FindingCode kCheckDigitLegacy{"D1302",
                                               Severity::warning};  ///< 宛名番号, 世帯番号: legacy numbers may lack it

// D14xx: codes and patterns
inline constexpr FindingCode kCodeUnknown{"D1401", Severity::error};      ///< [list, nearest (code and name)]
inline constexpr FindingCode kPatternMismatch{"D1402", Severity::error};  ///< [pattern]

// D20xx: relations between items of a record
inline constexpr FindingCode kLengthOf{"D2001", Severity::error};      ///< [other, expected]
inline constexpr FindingCode kGaijiCountOf{"D2002", Severity::error};  ///< [other, expected]
inline constexpr FindingCode kPositionsOf{"D2003", Severity::error};   ///< [other]
inline constexpr FindingCode kFlagOf{"D2004", Severity::error};        ///< [other, expected]
inline constexpr FindingCode kSeionOf{"D2005", Severity::error};       ///< [other]
inline constexpr FindingCode kSubstituteOf{"D2006", Severity::error};  ///< [other]
inline constexpr FindingCode kEquals{"D2007", Severity::error};        ///< [other]

// D30xx: logical checks; D30NN is check LNN, D31NN its alert where it has an error too, D32NN and
// D33NN what else it finds
inline constexpr FindingCode kArrivalOfLiving{"D3001", Severity::error};  ///< 転入 etc. of somebody who is 現存
inline constexpr FindingCode kMoveChangesMore{"D3002", Severity::error};  ///< 転居 that changes more than the address
inline constexpr FindingCode kRemovalOfRemoved{"D3003", Severity::error};
inline constexpr FindingCode kChangeOfRemoved{"D3004", Severity::error};
inline constexpr FindingCode kMoveAfterProcessing{"D3005", Severity::error};
inline constexpr FindingCode kNoticeAfterProcessing{"D3006", Severity::error};
inline constexpr FindingCode kOtherProcessingDate{"D3007", Severity::error};  ///< [as_of]
inline constexpr FindingCode kMoveAfterNotice{"D3008", Severity::error};  ///< an 異動日 after its 届出日 [other]
inline constexpr FindingCode kLateDepartureNotice{"D3009",
                                                  Severity::warning};  ///< 転出 notified more than 14 days late
inline constexpr FindingCode kLateNotice{"D3010", Severity::warning};  ///< 転入, 転居 notified more than 14 days late
inline constexpr FindingCode kPreviousAddress{"D3011", Severity::error};  ///< 転入前住所 against 異動事由 [reason]
inline constexpr FindingCode kUnreportedArrival{
    "D3012", Severity::error};  ///< （未届） without 最終住民登録地, or the other way round
inline constexpr FindingCode kArrivalFromHere{"D3014", Severity::error};   ///< 転入 from one's own municipality
inline constexpr FindingCode kDepartureNowhere{"D3015", Severity::error};  ///< 転出 without a destination
inline constexpr FindingCode kPlanOverwritten{"D3016", Severity::error};  ///< 転出予定地 changed with 転出確定地
inline constexpr FindingCode kRemovalDay{"D3017", Severity::error};       ///< 消除日 of a 転出
inline constexpr FindingCode kSettledBeforeResident{"D3018",
                                                    Severity::error};  ///< 住定異動日 before 住民となった日 [other]
inline constexpr FindingCode kBeforeBirth{"D3019", Severity::error};  ///< 生年月日 after an event [other]
inline constexpr FindingCode kBirthDay{"D3020", Severity::error};     ///< 出生 on another day than 生年月日
inline constexpr FindingCode kDeathOrder{"D3021", Severity::error};   ///< 死亡 before birth, or an event after it
inline constexpr FindingCode kUnknownMoveDate{"D3022",
                                              Severity::error};  ///< 不詳 in an 異動日 that allows none [reason]
inline constexpr FindingCode kBirthCalendar{"D3024", Severity::error};     ///< era of 生年月日 against nationality
inline constexpr FindingCode kTwoHeads{"D3025", Severity::error};          ///< [record]
inline constexpr FindingCode kRelationshipSex{"D3027", Severity::error};   ///< 続柄 against 性別
inline constexpr FindingCode kParentTooYoung{"D3028", Severity::warning};  ///< [record]
inline constexpr FindingCode kTwoSpouses{"D3029", Severity::error};        ///< [record]
inline constexpr FindingCode kHonseki{"D3030", Severity::error};           ///< 本籍, 筆頭者 against nationality
inline constexpr FindingCode kForeignStatus{"D3031", Severity::error};  ///< 在留 items against 30の45区分 [section]
inline constexpr FindingCode kStayExpired{"D3032",
                                          Severity::warning};  ///< 在留期限満了日 before the processing date [as_of]
inline constexpr FindingCode kTransitionalStay{"D3033", Severity::error};  ///< 経過滞在者 after 60 days
inline constexpr FindingCode kNumberHeldTwice{"D3035",
                                              Severity::error};  ///< 個人番号 or 住民票コード of two living people
inline constexpr FindingCode kIndividualNoChange{"D3036", Severity::error};  ///< 個人番号 before and after its change
inline constexpr FindingCode kJuminhyoCodeChange{"D3037",
                                                 Severity::error};  ///< 住民票コード before and after its change
inline constexpr FindingCode kUpdateSequence{
    "D3038", Severity::error};  ///< [record, expected; previous (number in the older file)]
inline constexpr FindingCode kReasonSequence{"D3039", Severity::error};   ///< [record, expected; most]
inline constexpr FindingCode kUpdateForbidden{"D3040", Severity::error};  ///< 更新禁止フラグ 1 and an update
inline constexpr FindingCode kKeyTwice{"D3042", Severity::error};         ///< the same key twice in one file
inline constexpr FindingCode kReturnAsNew{"D3043", Severity::error};  ///< 再転入 with a new 宛名番号 [record]
inline constexpr FindingCode kPerhapsReturned{"D3044", Severity::warning};  ///< [record]
inline constexpr FindingCode kNationalityChangesMore{
    "D3045", Severity::error};  ///< 帰化, 国籍喪失 that do not carry an item over
inline constexpr FindingCode kCorrectionChangesMore{"D3046", Severity::error};  ///< 軽微な修正 that changes more
inline constexpr FindingCode kHouseholdChangeMoves{"D3047", Severity::error};  ///< 世帯 changes that change the address
inline constexpr FindingCode kNotCancelled{"D3048", Severity::error};  ///< 異動の取消し that does not restore
inline constexpr FindingCode kGaijiPatternMissing{"D3050", Severity::error};
inline constexpr FindingCode kEnvelopePeople{"D3052", Severity::error};
inline constexpr FindingCode kFourItemsDiffer{
    "D3053", Severity::error};  ///< 4情報 of a 送付先情報 differ from what was published
inline constexpr FindingCode kFillsItem{"D3054", Severity::warning};  ///< a name or an address that fills its item
inline constexpr FindingCode kRemovedNotMoved{"D3056", Severity::error};
inline constexpr FindingCode kNoHead{"D3125", Severity::warning};              ///< [count (people)]
inline constexpr FindingCode kUnmarriedSpouseSex{"D3127", Severity::warning};  ///< 夫(未届), 妻(未届) against 性別
inline constexpr FindingCode kRemovedDueToMove{"D3156", Severity::warning};
inline constexpr FindingCode kHeadNameDiffers{"D3225", Severity::warning};  ///< [record]
inline constexpr FindingCode kEnvelopeDiffers{"D3252", Severity::error};    ///< [record]
inline constexpr FindingCode kFourItemsDifferFromRegister{"D3253", Severity::error};
inline constexpr FindingCode kKeptTooLong{"D3256", Severity::error};
inline constexpr FindingCode kEnvelopeHouseholds{"D3352", Severity::error};  ///< [record]

// D40xx: batch jobs
inline constexpr FindingCode kChangeWithoutReason{"D4001",
                                                  Severity::error};  ///< changed, but reason and dates are as published
inline constexpr FindingCode kReasonNotForCs{"D4002",
                                             Severity::warning};  ///< a household reason with a 本人確認情報 change
inline constexpr FindingCode kResidentSinceUnknown{"D4003", Severity::warning};  ///< 住民となった日 is not known
inline constexpr FindingCode kSeparatorDropped{"D4004",
                                               Severity::warning};  ///< address and building joined without a separator
inline constexpr FindingCode kSubstituteImpossible{"D4005", Severity::error};  ///< no 代替文字: staff must decide
inline constexpr FindingCode kGaijiWithoutGlyph{"D4006", Severity::error};
inline constexpr FindingCode kCaseNotInRegister{"D4007", Severity::warning};  ///< a case list names nobody
inline constexpr FindingCode kVanished{"D4008", Severity::warning};  ///< published before, absent from the register now
inline constexpr FindingCode kOtherMunicipality{
    "D4009", Severity::error};  ///< a living resident whose address lies in another municipality

}  // namespace daicho::code
