#include "tests/jobs/small_register.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <stdlib.h>

#include <fstream>
#include <iterator>

#include "converters/check_digit.hpp"
#include "formats/byte_sink.hpp"
#include "formats/byte_source.hpp"
#include "formats/reader.hpp"
#include "formats/writer.hpp"
#include "jobs/runtime.hpp"

namespace daicho::test {
namespace {

namespace fs = std::filesystem;

const FormatSpec kRegisterFormat = *parse_format_spec("csv:utf-8,header=id");

std::string with_check_digit(CheckDigit kind, std::string body) {
  const char digit = check_digit_of(kind, body);
  return body + digit;
}

fs::path temporary_folder() {
  std::string name = (fs::temp_directory_path() / "daicho-jobs-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  return name;
}

}  // namespace

std::string addressee_no(int n) { return with_check_digit(CheckDigit::addressee_no, fmt::format("{:014}", n)); }
std::string juminhyo_code(int n) {
  return with_check_digit(CheckDigit::juminhyo_code, fmt::format("{:010}", 1000 + n));
}
std::string individual_no(int n) {
  return with_check_digit(CheckDigit::individual_no, fmt::format("{:011}", 2000 + n));
}

Items resident(int n, const Items& changed) {
  Items items{{"household_no", addressee_no(n)},
              {"head_name_kana", "ヤマダ　タロウ"},
              {"head_name_kanji", "山田　太郎"},
              {"address_postal_code", "1840004"},
              {"address_municipality_code", "132101"},
              {"address_town_code", "0004001"},
              {"address", "東京都小金井市本町一丁目１番１号"},
              {"move_reason", "11"},
              {"addressee_no", addressee_no(n)},
              {"removal_class", "0"},
              {"move_date", "20200401"},
              {"move_notified_date", "20200405"},
              {"settled_date", "20200401"},
              {"settled_reason", "11"},
              {"settled_notified_date", "20200405"},
              {"name_kana", "ヤマダ　タロウ"},
              {"name_kanji", "山田　太郎"},
              {"sex_code", "1"},
              {"birth_date", "319800101"},
              {"relationship_code", "02000000"},
              {"honseki_municipality_code", "132101"},
              {"honseki", "東京都小金井市本町一丁目１番"},
              {"hittosha_kanji", "山田　太郎"},
              {"juminhyo_code", juminhyo_code(n)},
              {"previous_municipality_code", "132039"},
              {"previous_address", "東京都武蔵野市緑町二丁目２番２８号"},
              {"individual_no", individual_no(n)}};
  for (const auto& [id, value] : changed) items[id] = value;
  return items;
}

JobBench::JobBench() : folder_(temporary_folder()), catalog_(fs::path()) {
  texts_ = std::make_unique<FindingTexts>(catalog_);
  settings("");
}

JobBench::~JobBench() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void JobBench::settings(const std::string& more) {
  std::ofstream(folder_ / "daicho.toml") << "[municipality]\ncode = \"132101\"\n[operator]\nid = \"BATCH001\"\n"
                                            "terminal = \"JUKI01\"\n[honnin]\nformat = \"csv:utf-8,header=id\"\n"
                                            "[access_log]\nformat = \"csv:utf-8,header=id\"\nsystem_code = \"JUKI\"\n"
                                            "terminal = \"192.0.2.11\"\nterminal_host = \"juki-batch-01\"\n"
                                            "operator_no = \"000001\"\noperator_department = \"市民部市民課\"\n"
                                            "operator_name = \"夜間バッチ\"\n"
                                         << more;
}

std::string JobBench::write_register(const std::vector<Items>& people) {
  const auto layout = catalog_.layout("juki");
  const std::string path = (folder_ / fmt::format("register{}.csv", ++registers_)).string();
  const auto sink = open_sink(path, Overwrite::no);
  FindingList findings;
  const auto writer = make_writer(*layout, kRegisterFormat, *sink, findings);
  RecordBlock block(layout->items.size());
  for (const Items& person : people) {
    std::vector<std::string> values(layout->items.size());
    for (const auto& [id, value] : person) values[layout->index(id)] = value;
    block.clear();
    block.append(values);
    writer->write(block[0]);
  }
  writer->finish();
  sink->commit();
  REQUIRE(findings.findings.empty());
  return path;
}

RunRequest JobBench::request(const std::vector<Items>& people, const std::string& as_of, bool initial) {
  RunRequest request;
  request.register_file = write_register(people);
  request.from = kRegisterFormat;
  request.state = state();
  request.out = out();
  request.as_of = parse_date(as_of).date;
  request.initial = initial;
  return request;
}

RunResult JobBench::run(Job& job, const RunRequest& request) const {
  const Settings settings = Settings::load(folder_ / "daicho.toml");
  return run_job(job, request, {catalog_, settings, *texts_, {}});
}

std::vector<Items> JobBench::records(const RunResult& result, std::string_view of) const {
  std::vector<Items> records;
  for (const ManifestFile& file : result.manifest.files) {
    if (file.kind != "data" || file.layout != of) continue;
    const auto layout = catalog_.layout(file.layout);
    const auto source = open_source((result.folder / file.name).string());
    FindingList findings;
    const auto reader = make_reader(*layout, *parse_format_spec(file.format), *source, findings);
    RecordBlock block(layout->items.size());
    while (reader->read(block)) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        Items items;
        for (std::size_t item = 0; item < layout->items.size(); ++item) items[layout->items[item].id] = block[i][item];
        records.push_back(std::move(items));
      }
    }
    REQUIRE(findings.findings.empty());
  }
  return records;
}

std::string JobBench::text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> JobBench::published() const {
  std::map<std::string, std::string> files;
  if (!fs::exists(out())) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(out())) {
    const std::string name = entry.path().lexically_relative(out()).string();
    files[name] = entry.is_regular_file() ? text(entry.path()) : std::string("folder");
  }
  return files;
}

}  // namespace daicho::test
