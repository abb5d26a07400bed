// Certificates and keys of those who receive and sign media: loaded from PEM, judged before anything is sealed for
// them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

struct x509_st;       // OpenSSL's
struct evp_pkey_st;   // OpenSSL's
struct X509_name_st;  // OpenSSL's

namespace daicho {

/// What people read of a certificate.
struct CertificateFacts {
  std::string subject;      ///< RFC 2253, UTF-8, on one line
  std::string fingerprint;  ///< SHA-256 of the certificate, 64 lower-case hexadecimal digits
  std::string key;          ///< `RSA 3072`, `EC P-256`
  std::string not_after;    ///< YYYY-MM-DD, UTC
};

/// A certificate. Cheap to copy.
class Certificate {
 public:
  /// The first certificate of a PEM file. Throws WorldError where it cannot be read, UsageError where there is none.
  static Certificate load(const std::filesystem::path& file);

  const CertificateFacts& facts() const { return facts_; }
  const std::string& file() const { return file_; }
  /// RSA is wrapped with OAEP, EC by key agreement.
  bool is_rsa() const;
  /// Why nothing may be sealed for it today: key shorter than RSA 2048 or EC P-256 or of another kind, signed with MD5
  /// or SHA-1, not valid yet or any more, made for another use. Nothing where it is good.
  std::optional<std::string> weakness_as_recipient() const;
  /// The same for signing.
  std::optional<std::string> weakness_as_signer() const;

  x509_st* handle() const { return certificate_.get(); }

 private:
  Certificate() = default;
  std::optional<std::string> weakness() const;

  std::string file_;
  std::shared_ptr<x509_st> certificate_;
  CertificateFacts facts_;
};

/// A private key. Its memory is wiped when the last copy goes.
class PrivateKey {
 public:
  /// A PEM file; `passphrase_file` (its first line) opens a protected one, empty: none. Throws WorldError where a file
  /// cannot be read, UsageError where there is no key or the passphrase is missing or wrong.
  static PrivateKey load(const std::filesystem::path& file, const std::filesystem::path& passphrase_file = {});

  bool belongs_to(const Certificate& certificate) const;
  evp_pkey_st* handle() const { return key_.get(); }

 private:
  PrivateKey() = default;
  std::shared_ptr<evp_pkey_st> key_;
};

/// A distinguished name as RFC 2253 writes it, in UTF-8.
std::string distinguished_name(const X509_name_st* name);

/// "WHAT: openssl's first complaint", with which the queue of complaints is emptied.
std::string openssl_reason(const std::string& what);

}  // namespace daicho
