// The good files of a kit: every value of kit_values that a right record may hold, in each format.
#pragma once

#include <string>
#include <vector>

#include "formats/format_spec.hpp"
#include "samples/kit_scenes.hpp"
#include "samples/kit_trial.hpp"
#include "samples/kit_values.hpp"

namespace daicho {

/// Files of a kit while it is made.
struct KitContents {
  struct Bytes {
    std::string path;
    std::string bytes;
  };
  KitManifest manifest;
  std::vector<Bytes> files;
};

/// The formats in which a kit has its good files, with the names of their folders.
struct KitFormat {
  std::string folder;  ///< `fixed-cp932`
  FormatSpec spec;
  std::string extension;    ///< `.dat`, `.csv`
  bool every_group = true;  ///< also codes and dates, whose bytes the other formats of this kind do not change
};
const std::vector<KitFormat>& kit_formats();

/// Makes the good files, and notes the values that no file shows.
void add_good_files(const KitTrial& trial, const std::vector<KitScene>& scenes, KitContents& contents);

}  // namespace daicho
