#include <doctest/doctest.h>

#include "tests/formats/checks/check_trial.hpp"

namespace daicho {
namespace {

using test::CheckTrial;
using test::Values;

Values update(std::string code, std::string sequence) {
  return {{"juminhyo_code", std::move(code)}, {"update_seq", std::move(sequence)}};
}

Values on_day(std::string date, std::string sequence, std::string reason_sequence, std::string code = "11") {
  return {{"juminhyo_code", std::move(code)},
          {"move_date", std::move(date)},
          {"update_seq", std::move(sequence)},
          {"reason_update_seq", std::move(reason_sequence)}};
}

TEST_CASE("L38: the updates of a 住民票コード begin anywhere and go on by one") {
  CheckTrial trial("L38", "honnin");
  trial.record(update("11", "00007")).record(update("12", "00001")).record(update("11", "00008"));
  trial.record(update("12", "00002")).record(update("11", "00009"));
  CHECK(trial.findings().empty());
}

TEST_CASE("L38: a gap, a repetition and a step back are errors") {
  CheckTrial trial("L38", "honnin");
  for (const char* sequence : {"00001", "00003", "00003", "00002"}) trial.record(update("11", sequence));
  CHECK(trial.findings() ==
        "D3038 2 update_seq record=1 expected=2; D3038 3 update_seq record=2 expected=4; D3038 4 update_seq record=3 "
        "expected=4");
}

TEST_CASE("L38: a gap is not told where a record could not be read, a repetition is") {
  CheckTrial trial("L38", "honnin");
  trial.record(update("11", "00001")).unreadable().record(update("11", "00003")).record(update("11", "00003"));
  CHECK(trial.findings() == "D3038 4 update_seq record=3 expected=4");
  CHECK(trial.lacking());
}

TEST_CASE("L38: the last number never falls behind an older file's") {
  CheckTrial trial("L38", "honnin", "honnin");
  trial.pair(update("11", "00004"), update("11", "00004")).pair(update("12", "00009"), update("12", "00004"));
  trial.pair(update("13", "00003"), update("13", "00004")).pair(update("13", "00004"), update("13", "00004"));
  trial.pair(update("14", "00002"), update("14", "00004")).pair(update("14", "00003"), update("14", "00004"));
  CHECK(trial.findings() == "D3038 6 update_seq previous=4");
  CheckTrial damaged("L38", "honnin", "honnin");  // the last one may be the record that could not be read
  damaged.pair(update("11", "00003"), update("11", "00004")).unreadable();
  CHECK(damaged.findings().empty());
  CHECK(damaged.lacking());
}

TEST_CASE("L39: the updates of one 異動年月日 go on by one, and are no more than updates at all") {
  CheckTrial trial("L39", "honnin");
  trial.record(on_day("5080401", "00001", "001")).record(on_day("5080401", "00002", "002"));
  trial.record(on_day("5080402", "00003", "001")).record(on_day("5080401", "00004", "003"));
  trial.record(on_day("5080401", "00009", "004", "12"));
  CHECK(trial.findings().empty());
  CheckTrial wrong("L39", "honnin");
  wrong.record(on_day("5080401", "00001", "002")).record(on_day("5080401", "00002", "002"));
  wrong.record(on_day("5080402", "00005", "001")).record(on_day("5080402", "00006", "003"));
  CHECK(wrong.findings() ==
        "D3039 1 reason_update_seq most=00001; D3039 2 reason_update_seq record=1 expected=3; D3039 4 "
        "reason_update_seq record=3 expected=2");
}

}  // namespace
}  // namespace daicho
