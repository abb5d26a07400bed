// Bad files in which one field holds what its picture or its kind does not allow.
#include <algorithm>

#include "samples/kit_bad.hpp"
#include "samples/kit_table.hpp"

namespace daicho {
namespace {

constexpr const char* kFixed = "fixed:cp932,eol=crlf";

/// Offers changes of one field of the second record, item by item, until one does.
class FieldFaults {
 public:
  FieldFaults(const KitSeeds& seeds, BadFiles& bad) : seeds_(seeds), bad_(bad), layout_(bad.trial().layout()) {}

  using Bytes = std::function<std::string(const Item&, const std::string& field)>;
  /// Puts other bytes, of the same length, where a field of a fixed file stands. An empty answer changes nothing.
  void fixed(FindingCode code, const char* format, const Bytes& change) {
    const FormatSpec spec = *parse_format_spec(format);
    std::vector<std::size_t> refused;
    const std::string good = bad_.trial().bytes(seeds_.plain, spec, refused);
    const std::vector<std::size_t> offsets = layout_.offsets(spec.charset);
    const std::size_t second = offsets.back() + line_end_bytes(spec).size();
    for (std::size_t item = 0; item < layout_.items.size() && !bad_.done(code); ++item) {
      const std::size_t begin = second + offsets[item];
      const std::size_t length = offsets[item + 1] - offsets[item];
      const std::string field = change(layout_.items[item], good.substr(begin, length));
      if (field.size() != length) continue;
      std::string bytes = good;
      bad_.offer({code, format, bytes.replace(begin, length, field)});
    }
  }

  /// Puts another value into a cell of a CSV file. An empty answer changes nothing.
  void cell(FindingCode code, const Bytes& change) {
    const KitTable good(bad_.trial(), seeds_.plain);
    for (std::size_t item = 0; item < layout_.items.size() && !bad_.done(code); ++item) {
      const std::string value = change(layout_.items[item], seeds_.plain[1][item]);
      if (value.empty()) continue;
      KitTable table = good;
      table.set(1, item, value);
      bad_.offer({code, kTableFormat, table.bytes(), ".csv"});
    }
  }

 private:
  const KitSeeds& seeds_;
  BadFiles& bad_;
  const Layout& layout_;
};

/// A field with other bytes at its beginning, where the item is of this class and its field long enough.
FieldFaults::Bytes begins_with(PictureClass cls, const std::string& bytes) {
  return [cls, bytes](const Item& item, const std::string& field) {
    const bool fits = item.picture.cls == cls && item.relations.empty() && field.size() >= bytes.size();
    return fits ? bytes + field.substr(bytes.size()) : std::string();
  };
}

std::string full_width_digits(const std::string& digits) {
  std::string text;
  for (const char c : digits) text += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
  return text;
}

void offer_characters(FieldFaults& faults) {
  const auto national = PictureClass::national;
  faults.fixed(code::kBrokenCharacter, kFixed, begins_with(national, "\x81\x20"));  // a first byte without its second
  faults.cell(code::kBrokenCharacter, [](const Item& item, const std::string& value) {
    return item.picture.cls == PictureClass::text ? value + "\xFF" : std::string();
  });
  faults.fixed(code::kNotDigits, kFixed, begins_with(PictureClass::digits, "A"));
  faults.fixed(code::kNotHalfWidth, kFixed, begins_with(PictureClass::text, "\xB1"));  // half-width katakana
  faults.fixed(code::kNotFullWidth, kFixed, begins_with(national, "AB"));
  faults.cell(code::kKindCharacter, [](const Item& item, const std::string&) {
    const bool kana = item.kind == Kind::katakana || item.kind == Kind::hiragana;
    return kana ? std::string("漢字") : item.kind == Kind::flag ? std::string("2") : std::string();
  });
  faults.fixed(code::kUnknownJukiCode, "fixed:juki,eol=crlf", begins_with(national, std::string("\xFF\xFE", 2)));
  faults.fixed(code::kUnknownJukiCode, "fixed:juki,eol=crlf", begins_with(national, std::string("\xE0\x01", 2)));
}

void offer_lengths(FieldFaults& faults) {
  faults.cell(code::kTooLong, [](const Item& item, const std::string& value) {
    if (item.picture.cls == PictureClass::digits || !item.relations.empty() || item.codes) return std::string();
    std::string text;
    const bool national = item.picture.cls == PictureClass::national;
    const std::string character = national ? value.substr(0, 3) : std::string("A");
    for (std::size_t i = 0; i <= item.picture.length && !character.empty(); ++i) text += character;
    return text;
  });
  faults.cell(code::kTooLong, [](const Item& item, const std::string&) {
    return item.zero_filled ? std::string(item.picture.length + 1, '1') : std::string();
  });
  faults.cell(code::kWrongLength, [](const Item& item, const std::string& value) {
    const bool digits = item.picture.cls == PictureClass::digits && !item.zero_filled;
    return digits && value.size() > 1 ? value.substr(1) : digits && !value.empty() ? value + "1" : std::string();
  });
  faults.cell(code::kEndsWithFill, [](const Item& item, const std::string& value) {
    if (value.empty() || item.picture.cls == PictureClass::digits || !item.relations.empty()) return std::string();
    return value + (item.picture.cls == PictureClass::national ? "　" : " ");
  });
  faults.cell(code::kFullWidthDigits, [](const Item& item, const std::string& value) {
    return item.picture.cls == PictureClass::digits ? full_width_digits(value) : std::string();
  });
}

void offer_fill(FieldFaults& faults) {
  faults.fixed(code::kFillBroken, kFixed, [](const Item& item, const std::string& field) {
    constexpr std::string_view fill = "\x81\x40";
    if (item.picture.cls != PictureClass::national || !std::string_view(field).ends_with(fill)) return std::string();
    std::size_t end = field.size();
    while (end >= 2 && std::string_view(field).substr(end - 2, 2) == fill) end -= 2;
    if (end == 0 || field.size() - end < 4) return std::string();
    return std::string(field).replace(end, 2, "  ");  // half-width spaces, and then U+3000
  });
  faults.fixed(code::kFillBroken, kFixed, [](const Item& item, const std::string& field) {
    return item.absent_is_zeros ? std::string(field.size(), ' ') : std::string();
  });
  faults.fixed(code::kHalfWidthBlank, kFixed, [](const Item& item, const std::string& field) {
    const bool national = item.picture.cls == PictureClass::national;
    if (national && item.presence != Presence::required) return std::string(field.size(), ' ');
    if (!national || !std::string_view(field).ends_with("\x81\x40")) return std::string();
    std::string spaces = field;
    for (std::size_t end = spaces.size(); end >= 2 && spaces.compare(end - 2, 2, "\x81\x40") == 0; end -= 2) {
      spaces.replace(end - 2, 2, "  ");
    }
    return spaces;
  });
}

}  // namespace

void offer_bad_characters(const KitSeeds& seeds, BadFiles& bad) {
  FieldFaults faults(seeds, bad);
  offer_characters(faults);
  offer_lengths(faults);
  offer_fill(faults);
}

}  // namespace daicho
