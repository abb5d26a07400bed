#include "cli/format_options.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>

#include "formats/detect_damage.hpp"
#include "formats/error.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

/// The parts of `a,b,c`; empty parts stay.
std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t comma = text.find(',');
    parts.push_back(text.substr(0, comma));
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace

void InputOptions::declare(po::options_description& options) {
  options.add_options()("layout", po::value(&layout)->value_name("LAYOUT"),
                        "the record layout (see `daicho layout list`)")("from", po::value(&from)->value_name("SPEC"),
                                                                        "format of the input (default: auto)");
  characters.declare(options);
}

void InputOptions::accept() {
  if (layout.empty()) throw UsageError("--layout is missing");
  format = parse_format_spec(from);
}

RecordInput open_records(const std::string& path, const InputOptions& options, const Layout& layout,
                         FindingSink& findings, FindingReport& report) {
  RecordInput input;
  input.source = open_source(path);
  if (options.format) {
    input.format = *options.format;
  } else {
    const Detection detection = detect_format(layout, *input.source);
    if (!detection.format) {
      throw UsageError(format_refusal(path, detection.reason));
    }
    input.format = *detection.format;
    report.say_format(path, input.format);
  }
  const TextOptions text =
      options.tables != nullptr ? options.tables->text_options(input.format.charset) : TextOptions{};
  input.reader = make_reader(layout, input.format, *input.source, findings, text);
  return input;
}

std::string output_format_help() {
  std::string charsets;
  for (const Charset charset : all_charsets()) {
    charsets += (charsets.empty() ? "" : ", ") + std::string(charset_name(charset));
  }
  return fmt::format(
      "format of the output: KIND[:CHARSET][,key=value]... with fixed, csv or jsonl; {} (csv only: euc-jis-2004); "
      "eol=crlf|lf|none, header=id|name|none, quote=minimal|all|none, bom=yes|no, envelope=none|control",
      charsets);
}

FormatSpec parse_output_format(const std::string& text) {
  if (text.empty()) throw UsageError("--to is missing");
  const std::optional<FormatSpec> format = parse_format_spec(text);
  if (!format) throw UsageError("--to takes a format: 'auto' is for --from");
  return *format;
}

std::vector<std::size_t> parse_items(const Layout& layout, std::string_view text) {
  std::vector<std::size_t> items;
  for (const std::string_view word : split(text)) {
    const std::size_t item = layout.index(word);
    if (layout.items[item].privacy == Privacy::individual_no) {
      throw RefusedError(fmt::format("--items may not name '{}': only a whole layout or a job carries 個人番号", word));
    }
    if (std::find(items.begin(), items.end(), item) != items.end()) {
      throw UsageError(fmt::format("--items names '{}' twice", word));
    }
    items.push_back(item);
  }
  return items;
}

Layout layout_of_items(const Layout& layout, const std::vector<std::size_t>& items) {
  Layout part = layout;
  part.key.reset();
  part.items.clear();
  for (const std::size_t item : items) {
    part.items.push_back(layout.items[item]);
    part.items.back().relations.clear();
    part.items.back().required_when.clear();
    part.items.back().blank_when.clear();
  }
  return part;
}

void apply_envelope_words(std::string_view text, EnvelopeHeader& header) {
  struct Word {
    std::string_view name;
    std::string EnvelopeHeader::*field;
  };
  static constexpr Word kWords[] = {{"from", &EnvelopeHeader::from},           {"to", &EnvelopeHeader::to},
                                    {"made", &EnvelopeHeader::made},           {"extent", &EnvelopeHeader::extent},
                                    {"base_date", &EnvelopeHeader::base_date}, {"serial", &EnvelopeHeader::serial}};
  if (text.empty()) return;
  for (const std::string_view part : split(text)) {
    const std::string_view name = part.substr(0, part.find('='));
    const auto* word =
        std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& w) { return w.name == name; });
    if (word == std::end(kWords) || name.size() == part.size()) {
      throw UsageError(fmt::format("--envelope takes from=, to=, made=, extent=, base_date=, serial=, not '{}'", part));
    }
    header.*(word->field) = part.substr(name.size() + 1);
  }
}

void refuse_same_file(const std::string& in, const std::string& out) {
  if (in == "-" || out == "-") return;
  struct stat a {};
  struct stat b {};
  if (::stat(in.c_str(), &a) != 0 || ::stat(out.c_str(), &b) != 0) return;
  if (S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino) {
    throw UsageError(fmt::format("{} and {} are the same file", in, out));
  }
}

}  // namespace daicho
