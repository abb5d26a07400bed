// A city with destinations of its own, for the tests of what the inside of a city hall is told.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "jobs/destinations.hpp"
#include "jobs/job.hpp"
#include "tests/jobs/fake_run.hpp"

namespace daicho::fake {

inline const std::string kSettings = R"([municipality]
code = "132101"
[iten]
cases = "cases"
[access_log]
system_code = "JUKI"
terminal = "192.0.2.11"
terminal_host = "juki-batch-01"
operator_no = "000001"
operator_department = "市民部市民課"
operator_name = "夜間バッチ"
)";

inline const std::string kGroups = R"(version = "1.0"
address_items = ["address_postal_code", "address", "previous_address"]
never = ["juminhyo_code", "alias_history"]
[groups]
ID = ["name_kana", "name_kanji", "sex_code", "birth_date"]
NO = ["individual_no"]
AD = ["address_postal_code", "address"]
HH = ["household_no", "relationship_code"]
EX = ["removal_date", "removal_reason"]
PA = ["previous_address"]
BA = ["number_output_stop_flag"]
)";

struct Row {
  std::string id;
  std::string groups;
  std::string residents = "{ everyone = true }";
  std::string more = {};  // lines
};

using Rows = std::vector<Row>;

inline std::string toml(const Rows& rows) {
  std::string text = kGroups;
  for (const Row& row : rows) {
    text += "[[destination]]\nid = \"" + row.id + "\"\nname = \"市民部 " + "試験課\"\ndepartment_code = \"0201\"\n" +
            "department = \"市民部 試験課\"\naffair = \"試験\"\nlegal_basis = \"番号法 第9条第1項\"\n" +
            "table_now = [\"24\"]\ngroups = [" + row.groups + "]\nresidents = [" + row.residents + "]\n" + row.more;
    if (row.more.find("format") == std::string::npos) text += "format = \"fixed:utf-8\"\n";
  }
  return text;
}

using Texts = std::vector<std::string>;

/// A city with its own destinations whose first day is behind it.
class City {
 public:
  explicit City(const Rows& rows, const std::string& settings = kSettings)
      : settings_(Settings::load(folder_.write("daicho.toml", settings))) {
    catalog();  // names the program's schemas
    folder_.write("schemas/iten.toml", toml(rows));
    catalog_ = std::make_unique<Catalog>(folder_.path() / "schemas");
    juki = catalog_->layout("juki");
  }
  Run& next(const std::string& as_of) {
    run_ = std::make_unique<Run>(state, *catalog_, settings_, as_of);
    return *run_;
  }
  Run& run(const std::vector<Resident>& people) {
    for (const Resident& person : people) run_->add(person);
    run_->publish(*make_iten());
    return *run_;
  }
  Run& day(const std::string& as_of, const std::vector<Resident>& people) {
    next(as_of);
    return run(people);
  }
  Resident resident(const std::string& addressee_no) const { return Resident(*juki, addressee_no); }
  std::string file(const std::string& name, const std::string& text) { return folder_.write(name, text).string(); }

  State state;
  std::shared_ptr<const Layout> juki;

 private:
  Folder folder_;
  Settings settings_;
  std::unique_ptr<Catalog> catalog_;
  std::unique_ptr<Run> run_;
};

/// What a destination was told: change_class and 宛名番号 of each record.
inline Texts told(const Run& run, const std::string& destination) {
  const auto found = run.files.find("iten." + destination);
  if (found == run.files.end()) return {};
  Texts all;
  for (std::size_t i = 0; i < found->second->records.size(); ++i) {
    all.push_back(found->second->at(i, "change_class") + " " + found->second->at(i, "addressee_no"));
  }
  return all;
}

/// A row of 団体内統合宛名 in CSV.
inline std::string atena(const Catalog& catalog, const std::vector<std::map<std::string, std::string>>& rows) {
  const auto layout = catalog.layout("atena");
  std::string text;
  for (const Item& item : layout->items) text += (text.empty() ? "" : ",") + item.id;
  text += "\r\n";
  for (auto row : rows) {
    std::string line;
    for (const Item& item : layout->items) line += (&item == layout->items.data() ? "" : ",") + row[item.id];
    text += line + "\r\n";
  }
  return text;
}

}  // namespace daicho::fake
