#include "cli/change_report.hpp"

#include <fmt/format.h>

#include "cli/printable_text.hpp"
#include "cli/report.hpp"
#include "cli/shown_item.hpp"
#include "cli/validation_words.hpp"
#include "formats/rejects.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;
constexpr std::string_view kSigns = "+-~!?";
constexpr std::string_view kWords[] = {"added", "removed", "changed", "unreadable", "unknown"};

}  // namespace

ChangeReport::ChangeReport(const Layout& layout, const Item& key, Files files, const GlobalOptions& global,
                           ByteSink& sink)
    : layout_(layout), key_(key), files_(files), global_(global), ja_(global.language == Language::ja), sink_(sink) {}

void ChangeReport::as_csv() {
  csv_ = true;
  text_ = "change,key,old_record,new_record,item,old,new\r\n";
}

void ChangeReport::add(const RecordChange& change) {
  if (csv_) {
    add_rows(change);
  } else {
    add_lines(change);
  }
  if (text_.size() >= kBufferBytes) finish();
}

void ChangeReport::finish() {
  sink_.write(text_);
  text_.clear();
}

std::string ChangeReport::shown(const Item& item, std::string_view value) const {
  return shown_item(item, value, global_.show_values);
}

/// ` (record 3 -> 4)`.
std::string ChangeReport::places(const RecordChange& change) const {
  if (change.old_record == 0 || change.new_record == 0) {
    return fmt::format(fmt::runtime(ja_ ? "（{} 件目）" : " (record {})"), change.old_record + change.new_record);
  }
  return fmt::format(fmt::runtime(ja_ ? "（{} 件目 → {} 件目）" : " (record {} -> {})"), change.old_record,
                     change.new_record);
}

/// Why it is not known whether, or in what, the records differ.
std::string ChangeReport::reason(const RecordChange& change) const {
  if (change.kind == RecordChange::Kind::unreadable) {
    const std::string old_name = printable(files_.old_name);
    const std::string new_name = printable(files_.new_name);
    const bool both = change.old_bad && change.new_bad;
    const std::string& name = change.old_bad ? old_name : new_name;
    if (both) {
      return ja_ ? fmt::format("：{} でも {} でも読めません", old_name, new_name)
                 : fmt::format(": not readable in {} and {}", old_name, new_name);
    }
    return fmt::format(fmt::runtime(ja_ ? "：{} のレコードが読めません" : ": not readable in {}"), name);
  }
  const bool old_only = change.new_record == 0;
  const std::string other = printable(old_only ? files_.new_name : files_.old_name);
  if (!ja_) return fmt::format(": not found, but {} has records that cannot be read", other);
  return fmt::format("：{} に見当たりませんが、読めないレコードがあるため{}とは限りません", other,
                     old_only ? "削除" : "追加");
}

void ChangeReport::add_lines(const RecordChange& change) {
  text_ += fmt::format("{} {} {}{}", kSigns[static_cast<std::size_t>(change.kind)], key_.name, shown(key_, change.key),
                       places(change));
  if (change.kind >= RecordChange::Kind::unreadable) text_ += reason(change);
  text_ += '\n';
  for (const std::size_t i : change.items) {
    const Item& item = layout_.items[i];
    if (hidden(item, global_.show_values)) {
      text_ += fmt::format(fmt::runtime(ja_ ? "    {}：変更あり\n" : "    {}: changed\n"), item.name);
    } else {
      text_ += fmt::format(fmt::runtime(ja_ ? "    {}：「{}」→「{}」\n" : "    {}: '{}' -> '{}'\n"), item.name,
                           shown(item, (*change.before)[i]), shown(item, (*change.after)[i]));
    }
  }
}

void ChangeReport::add_rows(const RecordChange& change) {
  std::string begin =
      fmt::format("{},{},", kWords[static_cast<std::size_t>(change.kind)], csv_quoted(shown(key_, change.key)));
  if (change.old_record != 0) begin += std::to_string(change.old_record);
  begin += ',';
  if (change.new_record != 0) begin += std::to_string(change.new_record);
  if (change.kind != RecordChange::Kind::changed) text_ += begin + ",,,\r\n";
  for (const std::size_t i : change.items) {
    const Item& item = layout_.items[i];
    text_ += begin + "," + item.id;
    for (const RecordView* record : {change.before, change.after}) {
      text_ += ',';
      if (!hidden(item, global_.show_values)) text_ += csv_quoted(shown(item, (*record)[i]));
    }
    text_ += "\r\n";
  }
}

std::string told_counts(const DiffResult& result, Language language) {
  const bool ja = language == Language::ja;
  std::string text =
      fmt::format(fmt::runtime(ja ? "追加 {} 件、削除 {} 件、変更 {} 件、同じもの {} 件"
                                  : "{} added, {} removed, {} changed, {} equal"),
                  grouped(result.added), grouped(result.removed), grouped(result.changed), grouped(result.equal));
  if (result.unreadable > 0) {
    text += fmt::format(fmt::runtime(ja ? "、読めないもの {} 件" : ", {} not readable"), grouped(result.unreadable));
  }
  if (result.unknown > 0) {
    text += fmt::format(fmt::runtime(ja ? "、不明 {} 件" : ", {} unknown"), grouped(result.unknown));
  }
  return text;
}

std::string told_unread(const DiffResult& result, Language language) {
  if (result.unread == 0) return {};
  if (language == Language::ja) {
    return fmt::format("読めなかったレコードが {} 件あり、比べていません", grouped(result.unread));
  }
  return counted(result.unread, "record") + " could not be read and " + (result.unread == 1 ? "was" : "were") +
         " not compared";
}

}  // namespace daicho
