// The glyphs of 外字: the municipality's BDF font, and the part of it that travels with an export.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "converters/gaiji.hpp"
#include "formats/bdf.hpp"

namespace daicho {

class GlyphSource {
 public:
  /// Throws WorldError where the file cannot be read, UsageError where it is no BDF font (BdfFont::read).
  static GlyphSource load(const std::filesystem::path& file);

  /// Whether every 外字 of the text has its glyph.
  bool draws(std::string_view text, const GaijiSet& gaiji) const;
  /// Takes the 外字 of a text that is exported; each of them must have its glyph.
  void use(std::string_view text, const GaijiSet& gaiji);
  /// The 外字 that were taken, each once, in the order in which they first appeared.
  const std::vector<std::string>& used() const { return used_; }
  /// Writes the font of the glyphs that were taken. Throws WorldError where the font's file is no longer what was read.
  void cut(ByteSink& sink) const;

 private:
  explicit GlyphSource(std::filesystem::path file, BdfFont font) : file_(std::move(file)), font_(std::move(font)) {}

  std::filesystem::path file_;
  BdfFont font_;
  std::vector<std::string> used_;
  std::unordered_set<std::string> known_;
};

}  // namespace daicho
