// The bad files of a kit: for each finding that a file of the layout can raise, one small file that raises it.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/finding_codes.hpp"
#include "formats/finding_texts.hpp"
#include "samples/kit_good.hpp"
#include "samples/kit_scenes.hpp"
#include "samples/kit_trial.hpp"

namespace daicho {

/// A file that should raise one finding, before anybody knows whether it does.
struct BadCandidate {
  FindingCode code{"", Severity::error};
  std::string format;
  std::string bytes;
  std::string extension = ".dat";
  std::string as_of = "";
  std::string municipality = "";
  std::optional<KitAgainst> against = std::nullopt;  ///< its path is filled in
  std::string against_bytes = "";
};

/// Takes candidates until each code has its file. A candidate counts where it raises nothing but its code; the first
/// one that raises another code too stands in where none does, because some faults bring a second one with them.
class BadFiles {
 public:
  /// All must outlive it.
  BadFiles(const KitTrial& trial, const FindingTexts& texts) : trial_(trial), texts_(texts) {}

  const KitTrial& trial() const { return trial_; }
  /// Whether the code has a file that raises it alone.
  bool done(FindingCode code) const { return exact_.count(code.code) != 0; }
  /// True where the candidate raises its code and no other.
  bool offer(const BadCandidate& candidate);
  /// Moves the files into a kit, by code.
  void finish(KitContents& contents);

 private:
  struct Taken {
    KitFile file;
    std::string bytes;
    std::string against_bytes;
  };
  const KitTrial& trial_;
  const FindingTexts& texts_;
  std::set<std::string> exact_;
  std::map<std::string, Taken> taken_;  // by code
};

/// Right records of a kit, from which bad files are made.
struct KitSeeds {
  const std::vector<KitScene>& scenes;
  std::vector<KitRecord> plain;  ///< three records with numbers of their own; the second has the most values
};
KitSeeds kit_seeds(const Layout& layout, const std::vector<KitScene>& scenes);

/// The file as a whole and the framing of fixed records: D01xx, D02xx.
void offer_bad_frames(const KitSeeds& seeds, BadFiles& bad);
/// Rows, columns and lines: D03xx.
void offer_bad_rows(const KitSeeds& seeds, BadFiles& bad);
/// Bytes and characters of one item: D10xx.
void offer_bad_characters(const KitSeeds& seeds, BadFiles& bad);
/// Values of one item, and of items that belong together: D11xx to D20xx.
void offer_bad_values(const KitSeeds& seeds, BadFiles& bad);
/// The logical checks: D30xx to D33xx.
void offer_bad_lives(const KitSeeds& seeds, BadFiles& bad);

/// The codes that validation can raise for files of a layout, sorted.
std::vector<std::string> kit_codes(const Layout& layout, const FindingTexts& texts);

/// What `manifest` does not show of all that validation can raise for the layout.
std::vector<KitUnshown> kit_unshown(const Layout& layout, const FindingTexts& texts, const KitManifest& manifest);

}  // namespace daicho
