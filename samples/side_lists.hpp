// The lists that staff keep beside a register, for a generated city: they name people who are in it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "formats/byte_sink.hpp"
#include "formats/catalog.hpp"
#include "samples/household.hpp"
#include "samples/record_file.hpp"

namespace daicho {

struct SideListWish {
  std::uint64_t seed = 0;
  Day as_of = 0;
};

/// Writes print-classes.csv, suppress.csv, resident-since.csv, kengen.csv, atena.csv and cases/<destination>.csv.
class SideLists {
 public:
  /// Makes the folder where it is missing. The catalog must outlive it. Throws WorldError, UsageError.
  SideLists(const Catalog& catalog, const std::filesystem::path& folder, Overwrite overwrite, const SideListWish& wish);
  ~SideLists();
  void add(const Household& household);
  /// Lets the files appear.
  void close();

 private:
  struct List;
  struct Cases;
  List& open(const std::string& name, const std::string& header);
  void add_cases(Prng& prng, const Dweller& dweller, bool first);
  void add_print_class(Prng& prng, const Dweller& dweller, bool first);
  void add_atena(Prng& prng, const Dweller& dweller);
  void write_kengen();

  const Catalog& catalog_;
  std::filesystem::path folder_;
  Overwrite overwrite_;
  SideListWish wish_;
  std::map<std::string, std::unique_ptr<List>> lists_;
  std::unique_ptr<Cases> cases_;
  std::set<std::string> departments_;
  std::shared_ptr<const Layout> atena_;
  std::unique_ptr<RecordFile> atena_file_;
  std::uint64_t households_ = 0;
  std::uint64_t without_number_ = 0;
};

}  // namespace daicho
