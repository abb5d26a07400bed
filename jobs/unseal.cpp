#include "jobs/unseal.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>

#include <algorithm>

#include "formats/error.hpp"
#include "jobs/seal_cipher.hpp"

namespace daicho {
namespace {

struct FreeMessage {
  void operator()(CMS_ContentInfo* message) const { CMS_ContentInfo_free(message); }
};
using MessageHandle = std::unique_ptr<CMS_ContentInfo, FreeMessage>;

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free_all(bio); }
};
using BioHandle = std::unique_ptr<BIO, FreeBio>;

/// The message, where `bytes` are one and nothing behind it.
MessageHandle parse(std::string_view bytes) {
  const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const unsigned char* at = begin;
  MessageHandle message(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(bytes.size())));
  ERR_clear_error();
  if (message && static_cast<std::size_t>(at - begin) != bytes.size()) message.reset();
  return message;
}

bool is_of_type(const CMS_ContentInfo* message, int type) {
  return message != nullptr && OBJ_obj2nid(CMS_get0_type(message)) == type;
}

std::string identity_text(const X509_NAME* issuer, const ASN1_INTEGER* serial) {
  if (issuer == nullptr || serial == nullptr) return "?";
  const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(ASN1_INTEGER_to_BN(serial, nullptr), BN_free);
  char* hex = number ? BN_bn2hex(number.get()) : nullptr;
  std::string text = fmt::format("{}, {}", distinguished_name(issuer), hex != nullptr ? hex : "?");
  OPENSSL_free(hex);
  return text;
}

std::string identity_of(CMS_RecipientInfo* recipient) {
  X509_NAME* issuer = nullptr;
  ASN1_INTEGER* serial = nullptr;
  switch (CMS_RecipientInfo_type(recipient)) {
    case CMS_RECIPINFO_TRANS:
      CMS_RecipientInfo_ktri_get0_signer_id(recipient, nullptr, &issuer, &serial);
      break;
    case CMS_RECIPINFO_AGREE: {
      STACK_OF(CMS_RecipientEncryptedKey)* keys = CMS_RecipientInfo_kari_get0_reks(recipient);
      if (sk_CMS_RecipientEncryptedKey_num(keys) < 1) break;
      CMS_RecipientEncryptedKey_get0_id(sk_CMS_RecipientEncryptedKey_value(keys, 0), nullptr, nullptr, nullptr, &issuer,
                                        &serial);
      break;
    }
    default:
      break;
  }
  return identity_text(issuer, serial);
}

/// Whether one of the recipients is this certificate's owner.
bool is_for(CMS_ContentInfo* message, X509* certificate) {
  STACK_OF(CMS_RecipientInfo)* recipients = CMS_get0_RecipientInfos(message);
  for (int index = 0; index < sk_CMS_RecipientInfo_num(recipients); ++index) {
    CMS_RecipientInfo* recipient = sk_CMS_RecipientInfo_value(recipients, index);
    if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_TRANS) {
      if (CMS_RecipientInfo_ktri_cert_cmp(recipient, certificate) == 0) return true;
    } else if (CMS_RecipientInfo_type(recipient) == CMS_RECIPINFO_AGREE) {
      STACK_OF(CMS_RecipientEncryptedKey)* keys = CMS_RecipientInfo_kari_get0_reks(recipient);
      for (int key = 0; key < sk_CMS_RecipientEncryptedKey_num(keys); ++key) {
        if (CMS_RecipientEncryptedKey_cert_cmp(sk_CMS_RecipientEncryptedKey_value(keys, key), certificate) == 0) {
          return true;
        }
      }
    }
  }
  return false;
}

std::string_view bytes_of(BIO* bio) {
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio, &text);
  return {text, static_cast<std::size_t>(std::max(size, 0L))};
}

/// Takes the signature off `result.content`. Without authorities the signer stays unknown, which is no fault.
void check_signature(UnsealResult& result, const TrustedAuthorities* authorities) {
  const MessageHandle message = parse(result.content.view());
  if (!is_of_type(message.get(), NID_pkcs7_signed)) {
    result.fault = authorities != nullptr ? UnsealFault::not_signed : UnsealFault::none;
    return;
  }
  BioHandle plain(BIO_new(BIO_s_mem()));
  const bool whole =
      CMS_verify(message.get(), nullptr, nullptr, nullptr, plain.get(), CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY) == 1;
  STACK_OF(X509)* signers = whole ? CMS_get0_signers(message.get()) : nullptr;
  if (signers == nullptr || sk_X509_num(signers) < 1) {
    sk_X509_free(signers);
    ERR_clear_error();
    result.fault = UnsealFault::bad_signature;
    result.content = SealedContent();
    return;
  }
  result.signer = distinguished_name(X509_get_subject_name(sk_X509_value(signers, 0)));
  sk_X509_free(signers);
  if (authorities != nullptr) {
    const BioHandle again(BIO_new(BIO_s_null()));
    result.signer_known =
        CMS_verify(message.get(), nullptr, authorities->handle(), nullptr, again.get(), CMS_BINARY) == 1;
    ERR_clear_error();
    if (!result.signer_known) result.fault = UnsealFault::unknown_signer;
  }
  result.content = SealedContent(plain.release());
}

}  // namespace

std::string_view SealedContent::view() const { return bio_ ? bytes_of(bio_.get()) : std::string_view(); }

void SealedContent::Free::operator()(bio_st* bio) const { BIO_free_all(bio); }  // a memory BIO wipes what it holds

TrustedAuthorities::TrustedAuthorities(const std::filesystem::path& file) : store_(X509_STORE_new(), X509_STORE_free) {
  Certificate::load(file);  // says what is wrong with the file
  if (!store_ || X509_STORE_load_file(store_.get(), file.c_str()) != 1) {
    throw UsageError(openssl_reason(fmt::format("{} holds no certificates", file.string())));
  }
  // An authority of one's own need not be a root, and media are signed for the city, not for electronic mail.
  if (X509_STORE_set_flags(store_.get(), X509_V_FLAG_PARTIAL_CHAIN) != 1 ||
      X509_STORE_set_purpose(store_.get(), X509_PURPOSE_ANY) != 1) {
    throw WorldError(openssl_reason("OpenSSL does not take the authorities"));
  }
}

std::optional<std::vector<std::string>> recipients_of_seal(std::string_view message) {
  const MessageHandle parsed = parse(message);
  if (!is_of_type(parsed.get(), NID_id_smime_ct_authEnvelopedData) || !is_sealed_with_aes_256_gcm(message)) {
    return std::nullopt;
  }
  std::vector<std::string> identities;
  STACK_OF(CMS_RecipientInfo)* recipients = CMS_get0_RecipientInfos(parsed.get());
  const int count = std::max(0, sk_CMS_RecipientInfo_num(recipients));
  identities.reserve(static_cast<std::size_t>(count));
  for (int index = 0; index < count; ++index) {
    identities.push_back(identity_of(sk_CMS_RecipientInfo_value(recipients, index)));
  }
  ERR_clear_error();
  return identities;
}

UnsealResult unseal(std::string_view message, const Certificate& certificate, const PrivateKey& key,
                    const TrustedAuthorities* authorities) {
  UnsealResult result;
  {
    const MessageHandle parsed = parse(message);
    if (!is_of_type(parsed.get(), NID_id_smime_ct_authEnvelopedData) || !is_sealed_with_aes_256_gcm(message)) {
      result.fault = UnsealFault::not_a_seal;
      return result;
    }
    if (!is_for(parsed.get(), certificate.handle())) {
      result.fault = UnsealFault::not_for_us;
      return result;
    }
    BioHandle plain(BIO_new(BIO_s_mem()));
    const int opened = CMS_decrypt(parsed.get(), key.handle(), certificate.handle(), nullptr, plain.get(), CMS_BINARY);
    ERR_clear_error();
    if (opened != 1) {
      result.fault = UnsealFault::altered;
      return result;
    }
    result.content = SealedContent(plain.release());
  }
  check_signature(result, authorities);
  if (result.fault == UnsealFault::not_signed) result.content = SealedContent();
  return result;
}

}  // namespace daicho
