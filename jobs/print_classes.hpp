// Where 送付先情報 go: 印刷区分 and other dispatch addresses, from the list that staff keep (--print-classes).
#pragma once

#include <compare>
#include <optional>
#include <string>

#include "formats/layout.hpp"
#include "jobs/job.hpp"
#include "jobs/side_files.hpp"

namespace daicho {

/// What staff decided of one person. Blank dispatch fields: the household's own.
struct Dispatch {
  std::string print_class;
  std::string postal_code;
  std::string address;
  std::string name;
  friend auto operator<=>(const Dispatch&, const Dispatch&) = default;
};

/// CSV with columns addressee_no, print_class, and dispatch_postal_code, dispatch_address, dispatch_name, which may be
/// blank or left out.
class PrintClasses {
 public:
  /// Reads the run's side file `print-classes`, if there is one, and the setting `soufusaki.default_print_class`.
  /// `output` is the layout soufusaki: a print class that its code list lacks is refused with UsageError.
  PrintClasses(const JobRun& run, const Layout& output);

  /// What is decided of a person, or nothing and why he waits, in Japanese, for the staff.
  std::optional<Dispatch> decided(PersonKey person, std::string& why_not) const;

 private:
  SideFile rows_;
  std::string otherwise_;  // empty: nobody goes without a row
};

}  // namespace daicho
