// What a receiver is told of a medium, as values: words in two languages stand in cli/medium_words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace daicho {

enum class MediumFault : std::uint8_t {
  // Before anything is opened.
  no_sums,           ///< SHA256SUMS is missing, too large or not of its form; detail: why
  volume_missing,    ///< listed, not there
  volume_unlisted,   ///< there, not listed
  volume_too_large,  ///< more than a volume may have
  volume_swapped,    ///< has the bytes of another; detail: of which
  volume_cut,        ///< ends before its end
  volume_altered,    ///< its bytes are not those listed
  not_a_volume,      ///< listed, and no volume or no regular file
  mixed_media,       ///< volumes of another delivery or count; detail: the first one's name
  volumes_absent,    ///< volumes that no folder has; detail: their numbers
  // When it is opened.
  not_a_seal,
  not_for_us,
  seal_altered,
  not_signed,
  bad_signature,
  unknown_signer,    ///< detail: subject
  bad_archive,       ///< detail: why
  no_contents,       ///< medium.json is missing or of another version
  other_delivery,    ///< medium.json tells of another delivery than the first volume's
  wrong_volume,      ///< medium.json tells of another volume; detail: which
  member_unlisted,   ///< detail: its name
  piece_missing,     ///< detail: its name
  piece_altered,     ///< detail: its name
  file_incomplete,   ///< bytes are missing or stand twice
  file_altered,      ///< its digest is not the one listed
  manifest_altered,  ///< manifest.json is not the run's
  wrong_count,       ///< detail: counted and said
  layout_unknown,    ///< detail: its id
  layout_errors      ///< detail: how many errors
};

/// What is no fault but to be known.
enum class MediumNote : std::uint8_t {
  recipients,   ///< file: a volume; detail: for whom it is sealed
  signed_by,    ///< detail: subject, of an authority that was given
  signer_open,  ///< detail: subject; no authority was given
  unsigned_seal,
  foreign_file,  ///< file: what the receiver's system or somebody else left there; it is not looked at
  volume_whole,  ///< file
  file_whole,    ///< file; detail: records and bytes
  warnings,      ///< file; detail: how many warnings the layout's checks gave
  extracted      ///< file; detail: where
};

/// Takes what is found, as it is found.
class MediumVerifySink {
 public:
  virtual ~MediumVerifySink() = default;
  virtual void fault(MediumFault what, const std::string& file, const std::string& detail) = 0;
  virtual void note(MediumNote what, const std::string& file, const std::string& detail) = 0;
};

}  // namespace daicho
