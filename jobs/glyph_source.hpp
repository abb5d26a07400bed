// The glyphs of 外字: which characters a BDF font draws.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace daicho {

/// The characters that a BDF font has, by its ENCODING lines.
class GlyphSource {
 public:
  /// Throws WorldError where the file cannot be read, UsageError where it is no BDF font or larger than 64 MiB.
  static GlyphSource load(const std::filesystem::path& file);
  /// The same from text; `name` is how messages and records call it.
  static GlyphSource parse(std::string_view text, const std::string& name);

  /// The file's name without its folder: what a record says of its glyphs (送付先情報 item 61).
  const std::string& name() const { return name_; }
  bool has(char32_t character) const;
  /// Whether every 外字 (private-use character) of the text has its glyph.
  bool draws(std::string_view text) const;

 private:
  std::string name_;
  std::vector<char32_t> characters_;  // sorted
};

}  // namespace daicho
