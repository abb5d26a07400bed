#include "converters/check_digit.hpp"

#include <doctest/doctest.h>

#include <string>

using daicho::check_digit_of;
using daicho::check_digit_valid;
using daicho::CheckDigit;

TEST_CASE("個人番号: the worked example and the published vectors") {
  CHECK(check_digit_of(CheckDigit::individual_no, "12345678901") == '8');
  CHECK(check_digit_valid(CheckDigit::individual_no, "123456789018"));
  CHECK(check_digit_valid(CheckDigit::individual_no, "983205673214"));
  CHECK_FALSE(check_digit_valid(CheckDigit::individual_no, "983205673210"));
  CHECK(check_digit_valid(CheckDigit::individual_no, "379474484458"));
  CHECK_FALSE(check_digit_valid(CheckDigit::individual_no, "507957100722"));
}

TEST_CASE("個人番号: remainders 0 and 1 both give 0") {
  CHECK(check_digit_of(CheckDigit::individual_no, "45497236486") == '0');  // remainder 0
  CHECK(check_digit_valid(CheckDigit::individual_no, "454972364860"));
  CHECK(check_digit_of(CheckDigit::individual_no, "00000000006") == '0');  // 12, remainder 1
  CHECK(check_digit_of(CheckDigit::individual_no, "50795710072") == '1');  // remainder 10
}

TEST_CASE("住民票コード: the worked example and the samples") {
  CHECK(check_digit_of(CheckDigit::juminhyo_code, "1234567890") == '3');
  CHECK(check_digit_valid(CheckDigit::juminhyo_code, "12345678903"));
  CHECK(check_digit_valid(CheckDigit::juminhyo_code, "24727059608"));
  CHECK(check_digit_valid(CheckDigit::juminhyo_code, "24846016224"));
  CHECK(check_digit_valid(CheckDigit::juminhyo_code, "25208017643"));
  CHECK_FALSE(check_digit_valid(CheckDigit::juminhyo_code, "25208017644"));
}

TEST_CASE("宛名番号: any length, leading zeros do not count, remainders 0 and 1 give 0") {
  CHECK(check_digit_valid(CheckDigit::addressee_no, "12345674"));
  CHECK(check_digit_valid(CheckDigit::addressee_no, "000000012345674"));
  CHECK(check_digit_valid(CheckDigit::addressee_no, "000000019"));
  CHECK(check_digit_of(CheckDigit::addressee_no, "00000001") == '9');
  CHECK(check_digit_of(CheckDigit::addressee_no, "6") == '0');   // 12, remainder 1
  CHECK(check_digit_of(CheckDigit::addressee_no, "14") == '0');  // 11, remainder 0
  CHECK_FALSE(check_digit_valid(CheckDigit::addressee_no, "12345675"));
  CHECK_FALSE(check_digit_valid(CheckDigit::addressee_no, "0"));
  // Six nines weigh 243, one more than a multiple of 11: after 66 digits the sum starts again.
  CHECK(check_digit_of(CheckDigit::addressee_no, std::string(66000, '9') + "1234567") == '4');
}

TEST_CASE("全国地方公共団体コード: six real codes, remainders 0 and 1") {
  for (const char* code : {"132101", "011002", "131016", "132039", "132047", "016373"}) {
    CAPTURE(code);
    CHECK(check_digit_valid(CheckDigit::municipality_code, code));
  }
  CHECK_FALSE(check_digit_valid(CheckDigit::municipality_code, "132102"));
  CHECK(check_digit_of(CheckDigit::municipality_code, "00014") == '1');  // 11, remainder 0: not 0 as elsewhere
  CHECK(check_digit_of(CheckDigit::municipality_code, "00006") == '0');  // 12, remainder 1
}

TEST_CASE("法人番号: the check digit stands first and is never 0") {
  CHECK(check_digit_of(CheckDigit::corporate_no, "700110005901") == '8');
  CHECK(check_digit_valid(CheckDigit::corporate_no, "8700110005901"));
  CHECK(check_digit_valid(CheckDigit::corporate_no, "7000012050002"));
  CHECK(check_digit_of(CheckDigit::corporate_no, "000000000000") == '9');
  CHECK_FALSE(check_digit_valid(CheckDigit::corporate_no, "7001100059018"));
}

TEST_CASE("every changed digit of a number is noticed, but for what the remainders 0 and 1 share") {
  const std::string number = "123456789018";
  for (std::size_t at = 0; at < number.size(); ++at) {
    for (char other = '0'; other <= '9'; ++other) {
      std::string changed = number;
      changed[at] = other;
      CAPTURE(changed);
      CHECK(check_digit_valid(CheckDigit::individual_no, changed) == (other == number[at]));
    }
  }
}

TEST_CASE("a wrong length or another character is never valid") {
  for (const CheckDigit kind : {CheckDigit::individual_no, CheckDigit::juminhyo_code, CheckDigit::addressee_no,
                                CheckDigit::municipality_code, CheckDigit::corporate_no}) {
    for (const char* number : {"", "1", "12345678901234567890a", "１２３４５６", "12345 789018", "-23456789018"}) {
      CAPTURE(number);
      CHECK_FALSE(check_digit_valid(kind, number));
    }
  }
  CHECK_FALSE(check_digit_valid(CheckDigit::individual_no, std::string("12345678901\0", 12)));
  CHECK_FALSE(check_digit_valid(CheckDigit::individual_no, "0123456789018"));
  CHECK(check_digit_valid(CheckDigit::none, "anything"));
}

TEST_CASE("every kind has its name and its length") {
  struct Known {
    CheckDigit kind;
    std::string_view name;
    std::size_t length;
  };
  for (const Known& known :
       {Known{CheckDigit::none, "none", 0}, Known{CheckDigit::individual_no, "individual_no", 12},
        Known{CheckDigit::juminhyo_code, "juminhyo_code", 11}, Known{CheckDigit::addressee_no, "addressee_no", 0},
        Known{CheckDigit::municipality_code, "municipality_code", 6},
        Known{CheckDigit::corporate_no, "corporate_no", 13}}) {
    CHECK(daicho::check_digit_name(known.kind) == known.name);
    CHECK(daicho::check_digit_length(known.kind) == known.length);
  }
}
