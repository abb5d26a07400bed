// The only file that knows toml++.
#include "formats/toml_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kLargestFile = std::size_t{16} << 20;
constexpr std::size_t kLongestWord = 100;  // longer words have no near ones, so that a hint costs no time

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "an array";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number with a fraction";
    case toml::node_type::boolean:
      return "a boolean";
    default:
      return "a date or a time";
  }
}

SchemaPlace place_in(const std::string& file, const toml::source_region& region) {
  return {file, std::max<std::uint32_t>(region.begin.line, 1), std::max<std::uint32_t>(region.begin.column, 1)};
}

/// Texts end in reports and on terminals: only line feeds and tabs are welcome among the control characters.
bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
  });
}

/// The characters of UTF-8 text; bytes that belong to none stand for themselves.
std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    characters.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return characters;
}

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
std::size_t edit_distance(std::string_view first, std::string_view second) {
  const auto a = characters_of(first);
  const auto b = characters_of(second);
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

std::string read_whole(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) {
    throw WorldError(fmt::format("cannot read {}: it is a folder", file.string()));
  }
  errno = 0;
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw_errno("open", file.string());
  std::string text;
  std::vector<char> buffer(std::size_t{64} << 10);
  while (stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), stream.gcount() > 0) {
    text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    if (text.size() > kLargestFile) {
      throw WorldError(fmt::format("cannot read {}: it is larger than 16 MiB", file.string()));
    }
  }
  if (stream.bad()) throw_errno("read", file.string());
  return text;
}

}  // namespace

struct TomlFile::Document {
  toml::table root;
  std::string shown_as;
};

struct TomlTable::Impl {
  std::shared_ptr<TomlFile::Document> document;
  const toml::table* table = nullptr;
  std::set<std::string, std::less<>> asked;

  static TomlTable make(std::shared_ptr<TomlFile::Document> document, const toml::table& table) {
    TomlTable result;
    result.impl_ = std::make_shared<Impl>(Impl{std::move(document), &table, {}});
    return result;
  }

  const toml::node* node(std::string_view key) {
    asked.emplace(key);
    return table->get(key);
  }

  SchemaPlace place(const toml::node& node) const { return place_in(document->shown_as, node.source()); }

  [[noreturn]] void wrong_type(std::string_view key, const toml::node& node, std::string_view wanted) const {
    fail_at(place(node), fmt::format("'{}' must be {}, but it is {}", key, wanted, type_name(node)));
  }

  [[noreturn]] void missing(std::string_view key) const {
    fail_at(place(*table), fmt::format("'{}' is missing here", key));
  }

  std::string text(std::string_view key, const toml::node& node) const {
    const toml::value<std::string>* value = node.as_string();
    if (has_control_character(value->get())) {
      fail_at(place(node), fmt::format("'{}' holds a control character", key));
    }
    return value->get();
  }
};

std::optional<std::string> TomlTable::optional_string(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_string()) impl_->wrong_type(key, *node, "a string");
  return impl_->text(key, *node);
}

std::string TomlTable::string(std::string_view key) const {
  std::optional<std::string> value = optional_string(key);
  if (!value) impl_->missing(key);
  return *std::move(value);
}

std::optional<std::int64_t> TomlTable::optional_integer(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_integer()) impl_->wrong_type(key, *node, "an integer");
  return node->as_integer()->get();
}

std::int64_t TomlTable::integer(std::string_view key) const {
  const std::optional<std::int64_t> value = optional_integer(key);
  if (!value) impl_->missing(key);
  return *value;
}

std::optional<bool> TomlTable::optional_boolean(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_boolean()) impl_->wrong_type(key, *node, "true or false");
  return node->as_boolean()->get();
}

std::vector<std::string> TomlTable::strings(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return {};
  if (!node->is_array()) impl_->wrong_type(key, *node, "an array of strings");
  std::vector<std::string> values;
  for (const toml::node& element : *node->as_array()) {
    if (!element.is_string()) {
      fail_at(impl_->place(element),
              fmt::format("'{}' must be an array of strings, but this is {}", key, type_name(element)));
    }
    values.push_back(impl_->text(key, element));
  }
  return values;
}

std::optional<TomlTable> TomlTable::optional_table(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) impl_->wrong_type(key, *node, "a table");
  return Impl::make(impl_->document, *node->as_table());
}

TomlTable TomlTable::table(std::string_view key) const {
  std::optional<TomlTable> value = optional_table(key);
  if (!value) impl_->missing(key);
  return *std::move(value);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  const toml::node* node = impl_->node(key);
  if (node == nullptr) return {};
  if (!node->is_array()) impl_->wrong_type(key, *node, "an array of tables");
  std::vector<TomlTable> values;
  for (const toml::node& element : *node->as_array()) {
    if (!element.is_table()) {
      fail_at(impl_->place(element),
              fmt::format("'{}' must be an array of tables, but this is {}", key, type_name(element)));
    }
    values.push_back(Impl::make(impl_->document, *element.as_table()));
  }
  return values;
}

bool TomlTable::is_array(std::string_view key) const {
  const toml::node* node = impl_->table->get(key);
  return node != nullptr && node->is_array();
}

std::vector<std::string> TomlTable::keys() const {
  // toml++ keeps keys sorted; people wrote them in another order.
  std::vector<const toml::key*> found;
  for (auto&& [key, value] : *impl_->table) found.push_back(&key);
  std::stable_sort(found.begin(), found.end(), [](const toml::key* a, const toml::key* b) {
    const toml::source_position& left = a->source().begin;
    const toml::source_position& right = b->source().begin;
    return left.line != right.line ? left.line < right.line : left.column < right.column;
  });
  std::vector<std::string> names;
  names.reserve(found.size());
  for (const toml::key* key : found) names.emplace_back(key->str());
  return names;
}

bool TomlTable::has(std::string_view key) const { return impl_->table->contains(key); }

void TomlTable::ask_for(std::string_view key) const { impl_->asked.emplace(key); }

void TomlTable::refuse_unknown() const {
  const std::vector<std::string> known(impl_->asked.begin(), impl_->asked.end());
  for (const std::string& key : keys()) {
    if (impl_->asked.contains(key)) continue;
    const auto near = nearest_word(key, known);
    const toml::key& place = impl_->table->find(key)->first;
    std::string hint;
    if (near) {
      hint = fmt::format("did you mean '{}'?", *near);
    } else if (!known.empty()) {
      hint = fmt::format("known here: {}", fmt::join(known, ", "));
    }
    fail_at(place_in(impl_->document->shown_as, place.source()), fmt::format("unknown key '{}'", key), hint);
  }
}

SchemaPlace TomlTable::place() const { return impl_->place(*impl_->table); }

SchemaPlace TomlTable::place_of(std::string_view key) const {
  const toml::node* node = impl_->table->get(key);
  return impl_->place(node != nullptr ? *node : *impl_->table);
}

void TomlTable::fail(std::string_view key, const std::string& message, const std::string& hint) const {
  fail_at(place_of(key), message, hint);
}

TomlFile::TomlFile(std::shared_ptr<Document> document) : document_(std::move(document)) {}
TomlFile::TomlFile(const std::filesystem::path& file, std::string shown_as)
    : TomlFile(parse(read_whole(file), std::move(shown_as))) {}
TomlFile::~TomlFile() = default;
TomlFile::TomlFile(TomlFile&&) noexcept = default;

TomlFile TomlFile::parse(std::string_view text, std::string shown_as) {
  try {
    toml::table root = toml::parse(text);
    return TomlFile(std::make_shared<Document>(Document{std::move(root), std::move(shown_as)}));
  } catch (const toml::parse_error& error) {
    fail_at(place_in(shown_as, error.source()), std::string(error.description()));
  }
}

TomlTable TomlFile::root() const { return TomlTable::Impl::make(document_, document_->root); }

void fail_at(const SchemaPlace& place, const std::string& message, const std::string& hint) {
  throw SchemaError(
      fmt::format("{}:{}:{}: {}{}{}", place.file, place.line, place.column, message, hint.empty() ? "" : "\n  ", hint));
}

std::optional<std::string> nearest_word(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > kLongestWord) return std::nullopt;
  const std::size_t reach = std::max<std::size_t>(1, (characters_of(word).size() + 1) / 3);
  std::optional<std::string> nearest;
  std::size_t least = reach + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > kLongestWord) continue;
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace daicho
