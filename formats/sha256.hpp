// SHA-256, the one digest of envelopes, runs, files and manifests.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;  // OpenSSL's

namespace daicho {

/// Throws WorldError where OpenSSL cannot work.
class Sha256 {
 public:
  Sha256();
  void update(std::string_view bytes);
  /// Takes a part with its length before it, so that parts cannot run into one another.
  void update_part(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Ends the digest: nothing may be added afterwards.
  std::string hex();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

std::string sha256_of(std::string_view bytes);

}  // namespace daicho
