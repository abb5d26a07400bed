#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "formats/error.hpp"

using daicho::GlobalOptions;
using daicho::parse_program;

namespace {

std::string complaint(const std::vector<std::string>& arguments) {
  GlobalOptions global;
  try {
    parse_program(arguments, global);
  } catch (const daicho::UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an unknown command names the nearest one") {
  CHECK(complaint({"convrt"}) == "no command 'convrt'; did you mean 'convert'?");
  CHECK(complaint({"zzzzzzzz"}) == "no command 'zzzzzzzz'");
}

TEST_CASE("a group of commands alone names its members") {
  CHECK(complaint({"run"}) == "'run' needs one of: run cs-update, run iten, run soufusaki");
}

TEST_CASE("help of a group of commands is no complaint") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"run", "--help"}, {"help", "layout"}}) {
    CHECK(complaint(words) == "");
  }
}

TEST_CASE("options alone are no command") { CHECK(complaint({"--lang", "--overwrite"}) == "no command given"); }

TEST_CASE("operands are counted") {
  CHECK(complaint({"convert", "--layout", "kengen", "--to", "csv", "in.dat"}) == "OUT is missing");
  CHECK(complaint({"convert", "--layout", "kengen", "--to", "csv", "a", "b", "c"}) ==
        "too many operands for 'convert'");
}

TEST_CASE("global options are checked before anything is opened") {
  const std::vector<std::string> base = {"convert", "--layout", "kengen", "--to", "csv", "no-such-file", "out.csv"};
  auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), base.begin(), base.end());
    return complaint(more);
  };
  CHECK(with({"--lang", "fr"}) == "--lang takes ja or en, not 'fr'");
  CHECK(with({"--log", "xml"}) == "--log takes text or json, not 'xml'");
  CHECK(with({"--progress", "maybe"}) == "--progress takes auto, always or never, not 'maybe'");
  CHECK(with({"--threads=-1"}) == "--threads takes 0 to 1024");
  CHECK(with({}) == "");
}

TEST_CASE("options may come before the command's operands and after them") {
  GlobalOptions global;
  CHECK(parse_program({"convert", "in.dat", "out.csv", "--layout", "kengen", "--to", "csv", "--overwrite"}, global));
  CHECK(global.overwrite == daicho::Overwrite::yes);
}

TEST_CASE("an option before the command keeps its value") {
  GlobalOptions global;
  CHECK(parse_program({"--lang", "ja", "explain", "D0202"}, global));
  CHECK(global.language == daicho::Language::ja);
  CHECK(parse_program({"--overwrite", "--lang=en", "explain", "D0202"}, global));
  CHECK(global.language == daicho::Language::en);
}

TEST_CASE("every command describes itself") {
  for (const auto& command : daicho::all_commands()) {
    const daicho::CommandText& text = command->text();
    CAPTURE(text.name);
    CHECK_FALSE(text.summary.empty());
    CHECK(text.synopsis.starts_with(text.name));
    CHECK(text.example.find("daicho " + text.name) != std::string::npos);
    boost::program_options::options_description options;
    std::vector<std::string> operands;
    command->declare(options, operands);
    for (const auto& option : options.options()) CHECK_FALSE(option->description().empty());
  }
}
