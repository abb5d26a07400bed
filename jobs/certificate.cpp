#include "jobs/certificate.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <string_view>

#include "converters/utf8.hpp"
#include "formats/error.hpp"

namespace daicho {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 20;  // of a PEM file
constexpr int kLeastRsaBits = 2048;
constexpr int kLeastEcBits = 256;

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};
using BioHandle = std::unique_ptr<BIO, FreeBio>;

/// Wiped when it goes: it may hold a key.
class SecretText {
 public:
  SecretText() = default;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  ~SecretText() { OPENSSL_cleanse(text_.data(), text_.size()); }
  /// A file of at most kMostBytes.
  void read(const fs::path& file) {
    const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) throw_errno("open", file.string());
    text_.resize(kMostBytes + 1);
    std::size_t size = 0;
    ssize_t count = 0;
    do {
      count = ::read(fd, text_.data() + size, text_.size() - size);
      if (count > 0) size += static_cast<std::size_t>(count);
    } while ((count > 0 && size < text_.size()) || (count < 0 && errno == EINTR));
    const int number = errno;
    ::close(fd);
    errno = number;
    if (count < 0) throw_errno("read", file.string());
    if (size > kMostBytes) throw UsageError(fmt::format("{} is too large to be a certificate or key", file.string()));
    OPENSSL_cleanse(text_.data() + size, text_.size() - size);
    text_.resize(size);
  }
  std::string_view view() const { return text_; }

 private:
  std::string text_;
};

BioHandle bio_over(std::string_view text) {
  return BioHandle(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string fingerprint_of(X509* certificate) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) != 1) {
    throw WorldError(openssl_reason("cannot hash a certificate"));
  }
  std::string hex;
  for (unsigned index = 0; index < size; ++index) hex += fmt::format("{:02x}", digest[index]);
  return hex;
}

std::string key_name(EVP_PKEY* key) {
  if (key == nullptr) return "no key";
  if (EVP_PKEY_is_a(key, "RSA") == 1) return fmt::format("RSA {}", EVP_PKEY_get_bits(key));
  if (EVP_PKEY_is_a(key, "EC") == 1) {
    std::array<char, 64> group{};
    std::size_t size = 0;
    if (EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) != 1) {
      ERR_clear_error();
      return fmt::format("EC {} of a curve without a name", EVP_PKEY_get_bits(key));
    }
    const char* nist = EC_curve_nid2nist(OBJ_txt2nid(group.data()));
    return fmt::format("EC {}", nist != nullptr ? nist : group.data());
  }
  const char* name = EVP_PKEY_get0_type_name(key);
  return name != nullptr ? name : "unknown";
}

std::string day_of(const ASN1_TIME* time) {
  std::tm fields{};
  if (ASN1_TIME_to_tm(time, &fields) != 1) return "?";
  return fmt::format("{:04}-{:02}-{:02}", fields.tm_year + 1900, fields.tm_mon + 1, fields.tm_mday);
}

/// Curves of NIST and of RFC 5639: by name, since whoever writes a curve out may write one that he can break.
bool is_sound_curve(EVP_PKEY* key) {
  constexpr std::array<std::string_view, 6> kCurves{"prime256v1",      "secp384r1",       "secp521r1",
                                                    "brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"};
  int written_out = 0;
  std::array<char, 64> group{};
  std::size_t size = 0;
  const bool known = EVP_PKEY_get_int_param(key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &written_out) == 1 &&
                     EVP_PKEY_get_group_name(key, group.data(), group.size(), &size) == 1;
  ERR_clear_error();
  return known && written_out == 0 && std::find(kCurves.begin(), kCurves.end(), group.data()) != kCurves.end();
}

std::optional<std::string> weak_key(EVP_PKEY* key) {
  const bool rsa = key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1;
  const bool ec = key != nullptr && EVP_PKEY_is_a(key, "EC") == 1;
  if (!rsa && !ec) return fmt::format("its key is of a kind that is not used here ({}); RSA or EC", key_name(key));
  if (EVP_PKEY_get_bits(key) >= (rsa ? kLeastRsaBits : kLeastEcBits)) {
    if (rsa || is_sound_curve(key)) return std::nullopt;
    return fmt::format("its curve is not one of those used here ({}); P-256, P-384 or P-521, by name", key_name(key));
  }
  return fmt::format("its key is too weak ({}); at least {}", key_name(key), rsa ? "RSA 2048" : "EC P-256");
}

std::optional<std::string> weak_digest(X509* certificate) {
  int digest = NID_undef;
  if (X509_get_signature_info(certificate, &digest, nullptr, nullptr, nullptr) != 1) return "its signature is unknown";
  if (digest != NID_md5 && digest != NID_sha1 && digest != NID_md5_sha1) return std::nullopt;
  return fmt::format("it is signed with {}, which can be forged", digest == NID_sha1 ? "SHA-1" : "MD5");
}

/// The passphrase callback: `given` is a SecretText with the passphrase's file, or null.
int passphrase_of(char* buffer, int size, int /*writing*/, void* given) {
  if (given == nullptr) return -1;
  std::string_view line = static_cast<const SecretText*>(given)->view();
  line = line.substr(0, line.find_first_of("\r\n"));
  if (line.size() > static_cast<std::size_t>(size)) return -1;
  std::memcpy(buffer, line.data(), line.size());
  return static_cast<int>(line.size());
}

}  // namespace

std::string openssl_reason(const std::string& what) {
  const unsigned long code = ERR_get_error();
  const char* reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
  ERR_clear_error();
  return reason != nullptr ? fmt::format("{}: {}", what, reason) : what;
}

std::string distinguished_name(const X509_name_st* name) {
  constexpr unsigned long kAscii = XN_FLAG_RFC2253;
  constexpr unsigned long kReadable = kAscii & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
  for (const unsigned long form : {kReadable, kAscii}) {  // a name in a broken encoding is shown escaped
    const BioHandle bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, form);
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    std::string shown(text, static_cast<std::size_t>(std::max(size, 0L)));
    if (is_utf8(shown)) return shown;
  }
  return "?";
}

Certificate Certificate::load(const fs::path& file) {
  SecretText text;
  text.read(file);
  const BioHandle bio = bio_over(text.view());
  Certificate result;
  result.file_ = file.string();
  result.certificate_.reset(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
  if (!result.certificate_) {
    throw UsageError(openssl_reason(fmt::format("{} holds no certificate in PEM form", file.string())));
  }
  X509* certificate = result.certificate_.get();
  result.facts_ = {distinguished_name(X509_get_subject_name(certificate)), fingerprint_of(certificate),
                   key_name(X509_get0_pubkey(certificate)), day_of(X509_get0_notAfter(certificate))};
  return result;
}

bool Certificate::is_rsa() const { return EVP_PKEY_is_a(X509_get0_pubkey(certificate_.get()), "RSA") == 1; }

std::optional<std::string> Certificate::weakness() const {
  X509* certificate = certificate_.get();
  if (auto weak = weak_key(X509_get0_pubkey(certificate))) return weak;
  if (auto weak = weak_digest(certificate)) return weak;
  const int begins = X509_cmp_current_time(X509_get0_notBefore(certificate));
  const int ends = X509_cmp_current_time(X509_get0_notAfter(certificate));
  if (begins == 0 || ends == 0) return "its dates cannot be read";  // 0 is no equality, but an error
  if (begins > 0) return fmt::format("it is not valid before {}", day_of(X509_get0_notBefore(certificate)));
  if (ends < 0) return fmt::format("it expired on {}", facts_.not_after);
  return std::nullopt;
}

std::optional<std::string> Certificate::weakness_as_recipient() const {
  if (auto weak = weakness()) return weak;
  const std::uint32_t uses = X509_get_key_usage(certificate_.get());  // all bits where it names none
  if (is_rsa() && (uses & KU_KEY_ENCIPHERMENT) == 0) return "its key may not encipher keys (keyEncipherment)";
  if (!is_rsa() && (uses & KU_KEY_AGREEMENT) == 0) return "its key may not agree on keys (keyAgreement)";
  return std::nullopt;
}

std::optional<std::string> Certificate::weakness_as_signer() const {
  if (auto weak = weakness()) return weak;
  if ((X509_get_key_usage(certificate_.get()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0) {
    return "its key may not sign (digitalSignature)";
  }
  return std::nullopt;
}

PrivateKey PrivateKey::load(const fs::path& file, const fs::path& passphrase_file) {
  SecretText text;
  text.read(file);
  SecretText passphrase;
  if (!passphrase_file.empty()) passphrase.read(passphrase_file);
  const BioHandle bio = bio_over(text.view());
  PrivateKey result;
  void* given = passphrase_file.empty() ? nullptr : &passphrase;
  result.key_.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, passphrase_of, given), EVP_PKEY_free);
  if (result.key_) return result;
  const bool is_protected = text.view().find("ENCRYPTED") != std::string_view::npos;
  ERR_clear_error();
  if (!is_protected) throw UsageError(fmt::format("{} holds no private key in PEM form", file.string()));
  throw UsageError(fmt::format(
      "{} is protected, and {}", file.string(),
      passphrase_file.empty() ? "no passphrase was given (--key-passphrase FILE)" : "the passphrase does not open it"));
}

bool PrivateKey::belongs_to(const Certificate& certificate) const {
  const bool fits = X509_check_private_key(certificate.handle(), key_.get()) == 1;
  ERR_clear_error();
  return fits;
}

}  // namespace daicho
