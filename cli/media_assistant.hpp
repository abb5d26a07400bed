// The dialogue that leads to a medium: question by question, a last look, and then the same writing as `media write`.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/dialogue.hpp"
#include "formats/catalog.hpp"
#include "jobs/medium_write.hpp"
#include "jobs/published_runs.hpp"

namespace daicho {

class MediaAssistant {
 public:
  /// All must outlive it. `now`: 17 digits.
  MediaAssistant(std::filesystem::path state, std::string now, const Catalog& catalog, Dialogue& dialogue);

  /// Asks everything; the request is what the person said はい to. Nothing was written so far. Throws DialogueEnded,
  /// RefusedError, WorldError.
  MediumRequest ask();

 private:
  void ask_run();
  void ask_redo();
  /// False where the run has nothing to hand over.
  bool ask_destination();
  void ask_held_back();
  void ask_recipients();
  void ask_signer();
  void ask_folders();
  void ask_record();
  /// One of the steps once more, after いいえ.
  void ask_again();
  void show();
  void show_sample(const ManifestFile& file);
  void look_up();
  std::string ask_text(std::string_view question, std::size_t most, bool empty_allowed);
  std::string ask_file(std::string_view question, bool empty_allowed);

  const Catalog& catalog_;
  Dialogue& dialogue_;
  MediumRequest request_;
  MediumContentsChoice choice_;
};

/// Why something cannot be, in Japanese; where it is not known in Japanese, whom to ask.
std::string reason_for_staff(std::string_view reason);

/// A sentence about the ledger or a medium while it is written, in Japanese.
std::string note_for_staff(std::string_view sentence);

}  // namespace daicho
