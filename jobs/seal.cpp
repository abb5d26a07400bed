#include "jobs/seal.hpp"

#include <fmt/format.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <algorithm>
#include <exception>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;  // content that goes through OpenSSL at once

struct FreeMessage {
  void operator()(CMS_ContentInfo* message) const { CMS_ContentInfo_free(message); }
};
using MessageHandle = std::unique_ptr<CMS_ContentInfo, FreeMessage>;

/// Where OpenSSL's bytes go. An exception waits here until C is left behind.
struct OutputEnd {
  Seal::Output out;
  std::exception_ptr failure;
};

int write_out(BIO* bio, const char* bytes, int size) {
  auto* end = static_cast<OutputEnd*>(BIO_get_data(bio));
  if (end->failure || size < 0) return -1;
  try {
    end->out({bytes, static_cast<std::size_t>(size)});
    return size;
  } catch (...) {
    end->failure = std::current_exception();
    return -1;
  }
}

long control_out(BIO* /*bio*/, int command, long /*number*/, void* /*pointer*/) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

int make_out(BIO* bio) {
  BIO_set_init(bio, 1);
  return 1;
}

/// Made once; lives as long as the program.
const BIO_METHOD* out_method() {
  static BIO_METHOD* const method = [] {
    BIO_METHOD* made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "daicho output");
    BIO_meth_set_write(made, write_out);
    BIO_meth_set_ctrl(made, control_out);
    BIO_meth_set_create(made, make_out);
    return made;
  }();
  return method;
}

[[noreturn]] void fail(const char* what) { throw WorldError(openssl_reason(what)); }

/// OAEP and a KDF of today's strength: OpenSSL's own defaults are PKCS #1 v1.5 and SHA-1.
void set_key_wrap(CMS_RecipientInfo* recipient, bool rsa) {
  EVP_PKEY_CTX* context = CMS_RecipientInfo_get0_pkey_ctx(recipient);
  if (context == nullptr) fail("cannot wrap a key");
  const bool set = rsa ? EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) > 0 &&
                             EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) > 0 &&
                             EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) > 0
                       : EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) > 0;
  if (!set) fail("cannot wrap a key");
}

MessageHandle envelope_for(const std::vector<Certificate>& recipients) {
  MessageHandle message(CMS_AuthEnvelopedData_create_ex(EVP_aes_256_gcm(), nullptr, nullptr));
  if (!message) fail("cannot make a sealed message");
  for (const Certificate& recipient : recipients) {
    CMS_RecipientInfo* info = CMS_add1_recipient_cert(message.get(), recipient.handle(), CMS_KEY_PARAM);
    if (info == nullptr) fail("cannot seal for a recipient");
    set_key_wrap(info, recipient.is_rsa());
  }
  return message;
}

MessageHandle signature_of(const SealSigner& signer) {
  constexpr unsigned kFlags = CMS_STREAM | CMS_BINARY | CMS_PARTIAL;
  MessageHandle message(CMS_sign(nullptr, nullptr, nullptr, nullptr, kFlags));
  if (!message || CMS_add1_signer(message.get(), signer.certificate.handle(), signer.key.handle(), EVP_sha256(),
                                  kFlags) == nullptr) {
    fail("cannot sign");
  }
  return message;
}

}  // namespace

void refuse_weak_parties(const SealParties& parties) {
  std::string reasons;
  const auto add = [&](const std::string& file, const std::string& reason) {
    reasons += fmt::format("{}{}: {}", reasons.empty() ? "" : "; ", file, reason);
  };
  for (const Certificate& recipient : parties.recipients) {
    if (const auto weakness = recipient.weakness_as_recipient()) add(recipient.file(), *weakness);
  }
  if (parties.signer) {
    const Certificate& certificate = parties.signer->certificate;
    if (const auto weakness = certificate.weakness_as_signer()) add(certificate.file(), *weakness);
    if (!parties.signer->key.belongs_to(certificate)) add(certificate.file(), "the signing key is not its key");
  }
  if (!reasons.empty()) throw RefusedError(reasons);
}

std::string key_wrap_name(const Certificate& recipient) {
  return recipient.is_rsa() ? "RSAES-OAEP SHA-256" : "ECDH X9.63 SHA-256, AES-256 wrap";
}

std::uint64_t sealed_size_bound(std::uint64_t content, const SealParties& parties) {
  // OpenSSL writes the content in strings of at least 4 KiB with a header of at most 6 bytes each, twice when signed.
  // A recipient takes his issuer's name, which his certificate holds, and a wrapped key; the signer his certificate and
  // a signature. A key and a signature have at most 2 KiB (RSA 16384).
  const auto of_party = [](const Certificate& certificate) {
    return static_cast<std::uint64_t>(std::max(i2d_X509(certificate.handle(), nullptr), 0)) + (std::uint64_t{1} << 11);
  };
  std::uint64_t bytes = content + content / 256 + (std::uint64_t{1} << 12);
  for (const Certificate& recipient : parties.recipients) bytes += of_party(recipient);
  return parties.signer ? bytes + 2 * of_party(parties.signer->certificate) : bytes;
}

/// Content -> (signature ->) encryption -> output. The lower parts must outlive the upper ones.
struct Seal::Chain {
  OutputEnd end;
  BIO* out = nullptr;
  MessageHandle envelope;
  BIO* sealing = nullptr;  // the top of the encrypting part
  MessageHandle signature;
  BIO* signing = nullptr;  // the top of the signing part
  std::string block;       // content on its way; reserved, so that no copy of it stays behind

  explicit Chain(Output output) : end{std::move(output), nullptr} { block.reserve(kBlock); }
  Chain(const Chain&) = delete;
  Chain& operator=(const Chain&) = delete;
  ~Chain() {
    OPENSSL_cleanse(block.data(), block.capacity());
    free_down_to(signing, sealing);
    free_down_to(sealing, out);
    BIO_free(out);
  }

  /// Whole blocks only: OpenSSL puts a header before whatever comes at once.
  void pass_block() {
    const int size = static_cast<int>(block.size());
    if (size != 0 && BIO_write(top(), block.data(), size) != size) fail_with_cause();
    block.clear();
  }

  BIO* top() const { return signing != nullptr ? signing : sealing; }

  /// Rethrows what the output threw, else complains of OpenSSL.
  [[noreturn]] void fail_with_cause() const {
    if (end.failure) {
      ERR_clear_error();
      std::rethrow_exception(end.failure);
    }
    fail("cannot seal");
  }

  static void free_down_to(BIO* from, const BIO* below) {
    while (from != nullptr && from != below) {
      BIO* next = BIO_pop(from);
      BIO_free(from);
      from = next;
    }
  }
};

Seal::Seal(const SealParties& parties, Output out) : chain_(std::make_unique<Chain>(std::move(out))) {
  Chain& chain = *chain_;
  chain.out = BIO_new(out_method());
  if (chain.out == nullptr) fail("cannot seal");
  BIO_set_data(chain.out, &chain.end);
  chain.envelope = envelope_for(parties.recipients);
  chain.sealing = BIO_new_CMS(chain.out, chain.envelope.get());
  if (chain.sealing == nullptr) chain.fail_with_cause();
  if (!parties.signer) return;
  chain.signature = signature_of(*parties.signer);
  chain.signing = BIO_new_CMS(chain.sealing, chain.signature.get());
  if (chain.signing == nullptr) chain.fail_with_cause();
}

Seal::~Seal() = default;

void Seal::write(std::string_view content) {
  std::string& block = chain_->block;
  while (!content.empty()) {
    const std::size_t size = std::min(content.size(), kBlock - block.size());
    block.append(content.substr(0, size));
    content.remove_prefix(size);
    if (block.size() == kBlock) chain_->pass_block();
  }
}

void Seal::finish() {
  chain_->pass_block();
  if (chain_->signing != nullptr && BIO_flush(chain_->signing) != 1) chain_->fail_with_cause();
  if (BIO_flush(chain_->sealing) != 1) chain_->fail_with_cause();
  if (chain_->end.failure) chain_->fail_with_cause();
}

}  // namespace daicho
