#include "samples/kit.hpp"

#include "samples/kit_bad.hpp"
#include "samples/kit_folder.hpp"
#include "samples/kit_readme.hpp"

namespace daicho {

KitContents make_kit(const KitTrial& trial, const std::string& made_by) {
  KitContents contents;
  contents.manifest.layout = trial.layout().id;
  contents.manifest.layout_version = trial.layout().version;
  contents.manifest.made_by = made_by;
  const std::vector<KitScene> scenes = kit_scenes(trial);
  add_good_files(trial, scenes, contents);
  const FindingTexts texts(trial.catalog());
  BadFiles bad(trial, texts);
  const KitSeeds seeds = kit_seeds(trial.layout(), scenes);
  offer_bad_frames(seeds, bad);
  offer_bad_rows(seeds, bad);
  offer_bad_characters(seeds, bad);
  offer_bad_values(seeds, bad);
  offer_bad_lives(seeds, bad);
  bad.finish(contents);
  contents.manifest.not_shown = kit_unshown(trial.layout(), texts, contents.manifest);
  contents.files.push_back({"expected.json", kit_manifest_text(contents.manifest)});
  contents.files.push_back({"README.md", kit_readme(trial.layout(), contents.manifest)});
  return contents;
}

void write_kit(const KitContents& contents, const std::filesystem::path& folder, Overwrite overwrite) {
  KitFolder target(folder, overwrite);
  for (const KitContents::Bytes& file : contents.files) target.write(file.path, file.bytes);
  target.publish();
}

}  // namespace daicho
