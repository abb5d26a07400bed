#include "samples/kit_bad.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace daicho {
namespace {

/// Why a code has no bad file in any kit.
struct Exception {
  std::string_view code;
  std::string_view reason;
};

constexpr std::array kNowhere = {
    Exception{"D0104", "daicho が知っているほかのレイアウトと見比べて言う指摘。ファイルだけからは生じない"},
    Exception{"D0307", "1 MiB を超える行。上限は daicho のもので、取り決めではない"},
    Exception{"D0310", "どのレコードでも二つの列が入れ替わっているときの指摘。必ず項目ごとの指摘を伴う"},
    Exception{"D0313", "EBCDIC の CSV だけの指摘。キットに EBCDIC のファイルは無い"},
    Exception{"D1002", "書き出すときの指摘。ファイルを読むときには生じない"},
    Exception{"D1013", "書き出すときの指摘。ファイルを読むときには生じない"},
    Exception{"D1014", "CP932 などの重複コードについての警告。daicho は重複コードを書かないので、キットのファイルには現れない"},
};

}  // namespace

bool BadFiles::offer(const BadCandidate& candidate) {
  const std::string code = candidate.code.code;
  Taken taken;
  taken.file.path = "bad/" + code + candidate.extension;
  taken.file.format = candidate.format;
  taken.file.as_of = candidate.as_of;
  taken.file.municipality = candidate.municipality;
  taken.file.against = candidate.against;
  if (taken.file.against) taken.file.against->path = "bad/" + code + ".against.dat";
  taken.file.findings = trial_.findings(taken.file, candidate.bytes, candidate.against_bytes);
  std::set<std::string> codes;
  for (const KitFinding& finding : taken.file.findings) codes.insert(finding.code);
  constexpr std::size_t most_codes = 2;
  constexpr std::size_t most_findings = 6;
  const bool usable =
      codes.count(code) != 0 && codes.size() <= most_codes && taken.file.findings.size() <= most_findings;
  if (!usable) return false;
  const bool exact = codes.size() == 1;
  if (!exact && taken_.count(code) != 0) return false;
  const FindingEntry* entry = texts_.find(code);
  taken.file.purpose = entry != nullptr ? entry->ja.title : code;
  taken.bytes = candidate.bytes;
  taken.against_bytes = candidate.against_bytes;
  taken_[code] = std::move(taken);
  if (exact) exact_.insert(code);
  return exact;
}

void BadFiles::finish(KitContents& contents) {
  for (auto& [code, taken] : taken_) {
    contents.files.push_back({taken.file.path, std::move(taken.bytes)});
    if (taken.file.against) contents.files.push_back({taken.file.against->path, std::move(taken.against_bytes)});
    contents.manifest.bad.push_back(std::move(taken.file));
  }
}

KitSeeds kit_seeds(const Layout& layout, const std::vector<KitScene>& scenes) {
  const auto values = [](const KitScene& scene) {
    const KitRecord& record = scene.records.front();
    return std::count_if(record.begin(), record.end(), [](const std::string& value) { return !value.empty(); });
  };
  const KitScene* richest = &scenes.front();
  for (const KitScene& scene : scenes) {
    if (scene.records.size() == 1 && values(scene) > values(*richest)) richest = &scene;
  }
  KitSeeds seeds{scenes, {}};
  KitNumbers numbers(layout);
  for (const KitScene* scene : {&scenes.front(), richest, &scenes.front()}) {
    seeds.plain.push_back(numbers.renumbered(scene->records)[scene->target]);
  }
  return seeds;
}

std::vector<KitUnshown> kit_unshown(const Layout& layout, const FindingTexts& texts, const KitManifest& manifest) {
  std::vector<KitUnshown> unshown;
  for (const std::string& code : kit_codes(layout, texts)) {
    const bool shown = std::any_of(manifest.bad.begin(), manifest.bad.end(), [&](const KitFile& file) {
      return file.path.substr(0, file.path.find('.')) == "bad/" + code;
    });
    if (shown) continue;
    const auto known =
        std::find_if(kNowhere.begin(), kNowhere.end(), [&](const Exception& e) { return e.code == code; });
    unshown.push_back({code, known == kNowhere.end() ? "" : std::string(known->reason)});
  }
  return unshown;
}

}  // namespace daicho
