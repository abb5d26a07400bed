#include "formats/detect_damage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "formats/format_spec.hpp"

namespace daicho {
namespace {

constexpr std::string_view kLooksLike = "it looks like ";

constexpr std::array kMarked = {Charset::utf8, Charset::utf16le, Charset::utf16be};

/// The charset whose byte order mark the bytes begin with.
std::optional<Charset> marked_charset(std::string_view bytes) {
  for (const Charset charset : kMarked) {
    if (bytes.starts_with(bom_bytes(charset))) return charset;
  }
  return std::nullopt;
}

/// The format in which mended bytes are read, as the user writes it; empty where there is none, still.
std::string format_of(const Layout& layout, std::string_view mended, bool whole) {
  const Detection detection = detect_bytes(layout, mended, whole);
  return detection.format ? to_string(*detection.format) : std::string();
}

/// A byte order mark that the bytes behind it contradict.
std::string wrong_mark(const Layout& layout, std::string_view window, bool whole) {
  const auto marked = marked_charset(window);
  if (!marked) return {};
  const std::string_view rest = window.substr(bom_bytes(*marked).size());
  std::string format = format_of(layout, rest, whole);
  for (const Charset other : kMarked) {
    if (!format.empty() || other == *marked) continue;
    format = format_of(layout, std::string(bom_bytes(other)).append(rest), whole);
  }
  if (format.empty()) return {};
  return fmt::format("{}{}, but its byte order mark is that of {}", kLooksLike, format, charset_name(*marked));
}

/// Every line end a CR: as old Macs wrote them, or a transfer made them.
std::string carriage_returns(const Layout& layout, std::string_view window, bool whole) {
  if (window.find('\n') != std::string_view::npos || window.find('\r') == std::string_view::npos) return {};
  std::string mended(window);
  std::replace(mended.begin(), mended.end(), '\r', '\n');
  const std::string format = format_of(layout, mended, whole);
  if (format.empty()) return {};
  return fmt::format("{}{}, but its lines end in CR alone, where CRLF or LF is due", kLooksLike, format);
}

/// CR CR LF, which a text transfer makes of CRLF.
std::string doubled_returns(const Layout& layout, std::string_view window, bool whole) {
  constexpr std::string_view kDoubled = "\r\r\n";
  std::string mended;
  std::size_t begin = 0;
  for (std::size_t at = window.find(kDoubled); at != std::string_view::npos; at = window.find(kDoubled, begin)) {
    mended.append(window.substr(begin, at - begin)).append("\r\n");
    begin = at + kDoubled.size();
  }
  if (begin == 0) return {};
  mended.append(window.substr(begin));
  const std::string format = format_of(layout, mended, whole);
  if (format.empty()) return {};
  return fmt::format("{}{}, but its lines end in CR CR LF, where CRLF or LF is due", kLooksLike, format);
}

/// Values between which tabs or semicolons stand.
std::string other_separator(const Layout& layout, std::string_view window, bool whole) {
  constexpr std::array<std::pair<char, std::string_view>, 2> kSeparators = {{{'\t', "tabs"}, {';', "semicolons"}}};
  const std::string_view first = window.substr(0, window.find('\n'));
  if (first.find(',') != std::string_view::npos) return {};
  for (const auto& [separator, name] : kSeparators) {
    if (first.find(separator) == std::string_view::npos) continue;
    std::string mended(window);
    std::replace(mended.begin(), mended.end(), separator, ',');
    const std::string format = format_of(layout, mended, whole);
    if (format.empty()) continue;
    return fmt::format("{}{}, but {} stand between its values, where commas are due", kLooksLike, format, name);
  }
  return {};
}

/// Headings with blanks before or behind them, in charsets in which those are single bytes.
std::string blanks_around_headings(const Layout& layout, std::string_view window, bool whole) {
  const std::size_t end = std::min(window.find('\n'), window.size());
  std::string mended;
  for (std::size_t at = 0; at < end; ++at) {
    if (window[at] != ' ' && window[at] != '\t') {
      mended += window[at];
      continue;
    }
    std::size_t next = at;
    while (next < end && (window[next] == ' ' || window[next] == '\t')) ++next;
    const bool at_edge = mended.empty() || mended.back() == ',' || mended.back() == '"' || next == end ||
                         std::string_view(",\"\r").find(window[next]) != std::string_view::npos;
    if (!at_edge) mended.append(window.substr(at, next - at));
    at = next - 1;
  }
  if (mended.size() == end) return {};
  mended.append(window.substr(end));
  const std::string format = format_of(layout, mended, whole);
  if (format.empty()) return {};
  return fmt::format("{}{}, but blanks stand around the names in its first line", kLooksLike, format);
}

}  // namespace

std::string likely_damage(const Layout& layout, std::string_view window, bool whole) {
  for (const auto& look : {wrong_mark, carriage_returns, doubled_returns, other_separator, blanks_around_headings}) {
    if (std::string likely = look(layout, window, whole); !likely.empty()) return likely;
  }
  return {};
}

std::string format_refusal(const std::string& path, const std::string& reason) {
  if (reason.starts_with(kLooksLike)) return fmt::format("{}: not readable as it is: {}", path, reason);
  return fmt::format("{}: the format cannot be told from the bytes: {}; name it with --from", path, reason);
}

}  // namespace daicho
