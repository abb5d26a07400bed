// expected.json: what the files of a conformance kit are, and what each must raise. docs/kit.md tells it to vendors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// One finding that a file must raise.
struct KitFinding {
  std::string code;
  bool error = true;
  std::uint64_t record = 0;      ///< from 1; 0: the file as a whole
  std::string item;              ///< by id; empty: none
  std::uint32_t byte_first = 0;  ///< 1-based, inside the record; 0: none
  std::uint32_t byte_last = 0;
  friend bool operator==(const KitFinding&, const KitFinding&) = default;
};

/// A file that a check reads beside the one that is checked (--against).
struct KitAgainst {
  std::string path;
  std::string layout;
  std::string format;
};

struct KitFile {
  std::string path;          ///< inside the kit, with `/`
  std::string purpose;       ///< for people, Japanese
  std::string format;        ///< a format spec
  std::string as_of;         ///< --as-of, YYYYMMDD; empty: none
  std::string municipality;  ///< --municipality; empty: none
  std::optional<KitAgainst> against;
  std::uint64_t records = 0;  ///< data records that a reader meets
  std::vector<KitFinding> findings;
};

/// A value that no good file shows, and the finding that every record with it would raise.
struct KitLeftOut {
  std::string item;
  std::string purpose;
  std::string value;
  std::string reason;  ///< a finding's code, or why in Japanese
};

/// A finding that may be raised for the layout, and that no bad file shows.
struct KitUnshown {
  std::string code;
  std::string reason;  ///< Japanese
};

struct KitManifest {
  std::string layout;
  std::string layout_version;
  std::string made_by;  ///< the program's name and version
  std::vector<KitFile> good;
  std::vector<KitFile> bad;
  std::vector<KitLeftOut> left_out;
  std::vector<KitUnshown> not_shown;
};

std::string kit_manifest_text(const KitManifest& manifest);

/// Reads what kit_manifest_text wrote. Throws UsageError with the reason where the text is something else, or names a
/// path outside the kit.
KitManifest parse_kit_manifest(std::string_view text);

}  // namespace daicho
