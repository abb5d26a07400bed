// The register as a file that is read twice: once for its hash, once for its records.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "formats/byte_source.hpp"
#include "formats/format_spec.hpp"
#include "formats/layout.hpp"

namespace daicho {

/// The layout of the register.
inline constexpr std::string_view kRegisterLayout = "juki";

class RegisterInput {
 public:
  /// `-` is copied into a private file inside `spool_folder`, removed with this object; one that a killed run left goes
  /// at once. Throws WorldError.
  RegisterInput(const std::string& name, std::optional<FormatSpec> from, const std::filesystem::path& spool_folder);
  RegisterInput(const RegisterInput&) = delete;
  RegisterInput& operator=(const RegisterInput&) = delete;
  ~RegisterInput();

  const std::string& path() const { return path_; }
  /// The format given, or the one found; throws UsageError where the bytes leave it open.
  FormatSpec format(const Layout& layout, ByteSource& source) const;
  /// Throws WorldError where the file is no longer the one that was hashed.
  void refuse_if_changed() const;

 private:
  std::string path_;
  bool spooled_ = false;
  std::optional<FormatSpec> from_;
  struct stat seen_ {};
};

}  // namespace daicho
