// libFuzzer target: no bytes that come on a medium crash its reader, and none get a file out that is not whole. The
// first byte chooses what the others are: an opened volume, SHA256SUMS, a seal, medium.json, the ledger's details.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/sha256.hpp"
#include "jobs/medium_listing.hpp"
#include "jobs/opened_volume.hpp"
#include "jobs/unseal.hpp"

namespace {

class CountingSink : public daicho::MediumVerifySink {
 public:
  void fault(daicho::MediumFault /*what*/, const std::string& /*file*/, const std::string& /*detail*/) override {
    ++faults;
  }
  void note(daicho::MediumNote /*what*/, const std::string& /*file*/, const std::string& /*detail*/) override {}
  std::size_t faults = 0;
};

/// A volume of its own: what comes out whole has the digest that was promised, under a name that leads nowhere else.
void read_one(std::string_view bytes) {
  CountingSink sink;
  daicho::DeliveryCheck check(sink);
  const auto volume = daicho::read_volume(bytes, "M20261120-001_001of001.cms", sink);
  if (volume) check.add(*volume, "M20261120-001_001of001.cms");
  for (const daicho::ManifestFile& file : check.finish()) {
    if (!daicho::archive_name_valid(file.name)) std::abort();
    std::string content;
    for (const daicho::MediumPiece& piece : volume->contents.pieces) {
      if (piece.file == file.name) content += volume->pieces.at(piece.name);
    }
    if (content.size() != file.bytes || daicho::sha256_of(content) != file.sha256) std::abort();
  }
  if (!volume && sink.faults == 0) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 5) {
    case 0:
      read_one(bytes);
      break;
    case 1:
      if (const auto sums = daicho::parse_sums(bytes)) {
        for (const auto& sum : *sums) {
          if (!daicho::archive_name_valid(sum.first) || sum.second.size() != 64) std::abort();
        }
      }
      break;
    case 2:
      daicho::recipients_of_seal(bytes);
      break;
    case 3:
      if (const auto contents = daicho::parse_medium_contents(bytes)) {
        const std::string text = daicho::medium_contents_text(*contents);
        const auto again = daicho::parse_medium_contents(text);
        if (!again || daicho::medium_contents_text(*again) != text) std::abort();
      }
      break;
    default:
      if (const auto facts = daicho::parse_medium_details(bytes)) {
        const std::string text = daicho::medium_details(*facts);
        const auto again = daicho::parse_medium_details(text);
        if (!again || daicho::medium_details(*again) != text) std::abort();
      }
  }
  return 0;
}
