// Bad files whose rows, columns or lines are wrong.
#include "samples/kit_bad.hpp"
#include "samples/kit_table.hpp"

namespace daicho {
namespace {

void offer_quotes(const KitSeeds& seeds, BadFiles& bad) {
  const KitTable good(bad.trial(), seeds.plain);
  for (std::size_t column = good.columns(); column-- > 0 && !bad.done(code::kQuoteOpen);) {
    KitTable table = good;
    table.cell(table.rows() - 1, column).insert(0, "\"");
    bad.offer({code::kQuoteOpen, kTableFormat, table.bytes(), ".csv"});
  }
  for (std::size_t column = 0; column < good.columns() && !bad.done(code::kQuoteMisplaced); ++column) {
    KitTable table = good;
    table.cell(1, column) += "\"";
    bad.offer({code::kQuoteMisplaced, kTableFormat, table.bytes(), ".csv"});
  }
}

void offer_columns(const KitSeeds& seeds, BadFiles& bad) {
  const Layout& layout = bad.trial().layout();
  const KitTable good(bad.trial(), seeds.plain);
  KitTable longer = good;
  longer.cell(1, longer.columns() - 1) += ",";
  bad.offer({code::kColumnCount, kTableFormat, longer.bytes(), ".csv"});
  KitTable unknown = good;
  unknown.add_column("レイアウトに無い項目", "");
  bad.offer({code::kColumnUnknown, kTableFormat, unknown.bytes(), ".csv"});
  KitTable twice = good;
  twice.repeat_column(0);
  bad.offer({code::kColumnTwice, kTableFormat, twice.bytes(), ".csv"});
  for (std::size_t item = 0; item < layout.items.size() && !bad.done(code::kColumnMissing); ++item) {
    if (layout.items[item].presence == Presence::required && item + 1 < layout.items.size()) continue;
    KitTable table = good;
    table.remove_column(item);
    bad.offer({code::kColumnMissing, kTableFormat, table.bytes(), ".csv"});
  }
}

}  // namespace

void offer_bad_rows(const KitSeeds& seeds, BadFiles& bad) {
  offer_quotes(seeds, bad);
  offer_columns(seeds, bad);
  std::string unended = KitTable(bad.trial(), seeds.plain).bytes();
  unended.resize(unended.size() - 2);
  bad.offer({code::kLineEndMissing, kTableFormat, unended, ".csv"});
  std::string joined = KitTable(bad.trial(), seeds.plain).bytes();
  joined += joined.substr(0, joined.find('\n') + 1);
  bad.offer({code::kHeaderAgain, kTableFormat, joined, ".csv"});
  constexpr const char* lines = "jsonl:utf-8,eol=lf";
  std::vector<std::size_t> refused;
  const std::string good = bad.trial().bytes(seeds.plain, *parse_format_spec(lines), refused);
  const std::size_t second = good.find('\n') + 1;
  std::string broken = good;
  broken.erase(second, 1);
  bad.offer({code::kJsonSyntax, lines, broken, ".jsonl"});
  std::string unknown = good;
  unknown.insert(second + 1, "\"no_such_item\":\"1\",");
  bad.offer({code::kJsonKey, lines, unknown, ".jsonl"});
}

}  // namespace daicho
