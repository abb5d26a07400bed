#include "jobs/seal.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "jobs/seal_cipher.hpp"
#include "jobs/unseal.hpp"
#include "tests/support/keys.hpp"

namespace daicho {
namespace {

using test::make_certificate;
using test::run_in;

std::string sealed(const SealParties& parties, std::string_view content) {
  std::string bytes;
  Seal seal(parties, [&](std::string_view part) { bytes += part; });
  seal.write(content);
  seal.finish();
  return bytes;
}

SealSigner signer_of(const test::TempFolder& folder, const std::string& name) {
  return {Certificate::load(folder.file(name + ".pem")), PrivateKey::load(folder.file(name + ".key"))};
}

std::string refusal(const SealParties& parties) {
  try {
    refuse_weak_parties(parties);
  } catch (const RefusedError& error) {
    return error.what();
  }
  return {};
}

/// Content that no chunk size divides.
std::string long_content() {
  std::string content;
  for (int index = 0; content.size() < 300001; ++index) content += std::to_string(index);
  return content;
}

}  // namespace

TEST_CASE("a seal opens with the openssl program alone, for each recipient") {
  test::TempFolder folder;
  make_certificate(folder, "rsa");
  make_certificate(folder, "ec", test::kEcKey);
  make_certificate(folder, "signer");
  const std::string content = long_content();
  SealParties parties{{Certificate::load(folder.file("rsa.pem")), Certificate::load(folder.file("ec.pem"))}, {}};
  folder.write("plain.cms", sealed(parties, content));
  parties.signer = signer_of(folder, "signer");
  folder.write("signed.cms", sealed(parties, content));
  for (const std::string name : {"rsa", "ec"}) {
    CAPTURE(name);
    const std::string open = "openssl cms -decrypt -inform DER -inkey " + name + ".key -recip " + name + ".pem -in ";
    CHECK(run_in(folder, open + "plain.cms -out plain") == 0);
    CHECK(folder.read("plain") == content);
    CHECK(run_in(folder, open + "signed.cms -out signed") == 0);
    CHECK(run_in(folder, "openssl cms -verify -inform DER -in signed -CAfile signer.pem -out content") == 0);
    CHECK(folder.read("content") == content);
    CHECK(run_in(folder, "openssl cms -verify -inform DER -in signed -CAfile rsa.pem -out content") != 0);
  }
  REQUIRE(run_in(folder, "openssl cms -cmsout -print -noout -inform DER -in plain.cms") == 0);
  const std::string printed = folder.read("command.log");
  CHECK(printed.find("aes-256-gcm") != std::string::npos);
  CHECK(printed.find("rsaesOaep") != std::string::npos);
  CHECK(printed.find("dhSinglePass-stdDH-sha256kdf-scheme") != std::string::npos);
  CHECK(printed.find("sha1") == std::string::npos);
}

TEST_CASE("a seal that one opens oneself") {
  test::TempFolder folder;
  make_certificate(folder, "receiver");
  make_certificate(folder, "stranger");
  make_certificate(folder, "signer", test::kEcKey);
  const Certificate receiver = Certificate::load(folder.file("receiver.pem"));
  const PrivateKey key = PrivateKey::load(folder.file("receiver.key"));
  const std::string content = long_content();
  const std::string bytes = sealed({{receiver}, {}}, content);
  const std::string signed_bytes = sealed({{receiver}, signer_of(folder, "signer")}, content);
  const TrustedAuthorities trusted(folder.file("signer.pem"));
  const TrustedAuthorities others(folder.file("stranger.pem"));

  CHECK(unseal(bytes, receiver, key, nullptr).content.view() == content);
  CHECK(unseal(bytes, receiver, key, &trusted).fault == UnsealFault::not_signed);
  const UnsealResult known = unseal(signed_bytes, receiver, key, &trusted);
  CHECK(known.fault == UnsealFault::none);
  CHECK(known.signer_known);
  CHECK(known.signer == "CN=signer,O=見本市,C=JP");
  CHECK(known.content.view() == content);
  const UnsealResult unknown = unseal(signed_bytes, receiver, key, nullptr);
  CHECK(unknown.fault == UnsealFault::none);
  CHECK_FALSE(unknown.signer_known);
  CHECK(unseal(signed_bytes, receiver, key, &others).fault == UnsealFault::unknown_signer);
  CHECK(unseal(bytes, Certificate::load(folder.file("stranger.pem")), PrivateKey::load(folder.file("stranger.key")),
               nullptr)
            .fault == UnsealFault::not_for_us);
  const auto recipients = recipients_of_seal(bytes);
  REQUIRE(recipients);
  REQUIRE(recipients->size() == 1);
  CHECK(recipients->front().find("CN=receiver,O=見本市,C=JP, ") == 0);
  CHECK_FALSE(recipients_of_seal("no seal"));
}

TEST_CASE("no changed byte of a seal goes unnoticed, and none crashes") {
  test::TempFolder folder;
  make_certificate(folder, "receiver", test::kEcKey);
  const Certificate receiver = Certificate::load(folder.file("receiver.pem"));
  const PrivateKey key = PrivateKey::load(folder.file("receiver.key"));
  const std::string content = "content that nobody may change";
  const std::string bytes = sealed({{receiver}, {}}, content);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    const UnsealResult result = unseal(changed, receiver, key, nullptr);
    const bool same = result.fault == UnsealFault::none && result.content.view() == content;
    CHECK((same || result.content.view().empty()));
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK(unseal(std::string_view(bytes).substr(0, size), receiver, key, nullptr).fault != UnsealFault::none);
  }
  CHECK(unseal(bytes + "x", receiver, key, nullptr).fault == UnsealFault::not_a_seal);
}

TEST_CASE("a message in another cipher than AES-256-GCM is no seal") {
  test::TempFolder folder;
  make_certificate(folder, "own");
  folder.write("content", "x");
  const Certificate certificate = Certificate::load(folder.file("own.pem"));
  const PrivateKey key = PrivateKey::load(folder.file("own.key"));
  for (const std::string cipher : {"-aes-256-gcm", "-aes-128-gcm", "-aes-192-gcm", "-aes-256-cbc"}) {
    for (const std::string form : {"", " -stream"}) {  // definite lengths, and indefinite ones
      CAPTURE(cipher);
      CAPTURE(form);
      REQUIRE(run_in(folder, "openssl cms -encrypt -binary -outform DER -in content -out other.cms " + cipher + form +
                                 " own.pem") == 0);
      const std::string message = folder.read("other.cms");
      const bool is_ours = cipher == "-aes-256-gcm";
      CHECK(is_sealed_with_aes_256_gcm(message) == is_ours);
      CHECK(recipients_of_seal(message).has_value() == is_ours);
      CHECK(unseal(message, certificate, key, nullptr).fault ==
            (is_ours ? UnsealFault::none : UnsealFault::not_a_seal));
      for (std::size_t size = 0; size < std::min<std::size_t>(message.size(), 200); ++size) {
        is_sealed_with_aes_256_gcm(std::string_view(message).substr(0, size));  // reads nothing beyond them
      }
    }
  }
}

TEST_CASE("what the output refuses comes out of the seal") {
  test::TempFolder folder;
  make_certificate(folder, "receiver", test::kEcKey);
  const SealParties parties{{Certificate::load(folder.file("receiver.pem"))}, {}};
  std::size_t room = 100000;
  Seal seal(parties, [&](std::string_view part) {
    if (part.size() > room) throw WorldError("no room");
    room -= part.size();
  });
  CHECK_THROWS_WITH_AS(seal.write(long_content()), "no room", WorldError);
}

TEST_CASE("a seal stays within the size that was foreseen") {
  test::TempFolder folder;
  make_certificate(folder, "receiver");
  SealParties parties{{Certificate::load(folder.file("receiver.pem"))}, signer_of(folder, "receiver")};
  for (const std::size_t size : {1, 4096, 1000000, 20000000}) {
    CAPTURE(size);
    std::uint64_t written = 0;
    Seal seal(parties, [&](std::string_view part) { written += part.size(); });
    const std::string block(777, 'x');  // a writer of small blocks
    for (std::size_t left = size; left > 0; left -= std::min(left, block.size())) {
      seal.write(std::string_view(block).substr(0, std::min(left, block.size())));
    }
    seal.finish();
    CHECK(written <= sealed_size_bound(size, parties));
  }
}

TEST_CASE("weak, expired and unfit certificates are refused, each with its reason") {
  test::TempFolder folder;
  make_certificate(folder, "good");
  make_certificate(folder, "short", "rsa:1024");
  make_certificate(folder, "curve", "ec -pkeyopt ec_paramgen_curve:P-192");
  make_certificate(folder, "bitcoin", "ec -pkeyopt ec_paramgen_curve:secp256k1");
  make_certificate(folder, "written", "ec -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit");
  make_certificate(folder, "p384", "ec -pkeyopt ec_paramgen_curve:P-384");
  make_certificate(folder, "edwards", "ed25519");
  make_certificate(folder, "sha1", "rsa:2048", "-sha1 -days 30");
  make_certificate(folder, "md5", "rsa:2048", "-md5 -days 30");
  make_certificate(folder, "signs", "rsa:2048", "-days 30 -addext keyUsage=digitalSignature");
  make_certificate(folder, "wraps", "rsa:2048", "-days 30 -addext keyUsage=keyEncipherment");
  REQUIRE(run_in(folder,
                 "openssl req -new -key good.key -subj /CN=dated -out dated.csr && "
                 "touch index.txt && echo 01 >serial && printf '[ca]\\ndefault_ca=c\\n[c]\\ndatabase=index.txt\\n"
                 "serial=serial\\nnew_certs_dir=.\\ndefault_md=sha256\\npolicy=p\\nunique_subject=no\\n[p]\\n"
                 "commonName=supplied\\n' >ca.cnf && "
                 "openssl ca -batch -config ca.cnf -selfsign -keyfile good.key -in dated.csr -out expired.pem "
                 "-startdate 20200101000000Z -enddate 20210101000000Z && "
                 "openssl ca -batch -config ca.cnf -selfsign -keyfile good.key -in dated.csr -out early.pem "
                 "-startdate 20900101000000Z -enddate 20910101000000Z") == 0);
  const auto weakness = [&](const std::string& name) {
    return Certificate::load(folder.file(name + ".pem")).weakness_as_recipient().value_or("");
  };
  CHECK(weakness("good").empty());
  CHECK(weakness("short") == "its key is too weak (RSA 1024); at least RSA 2048");
  CHECK(weakness("curve") == "its key is too weak (EC P-192); at least EC P-256");
  CHECK(weakness("bitcoin") ==
        "its curve is not one of those used here (EC secp256k1); P-256, P-384 or P-521, by name");
  CHECK(weakness("written").starts_with("its curve is not one of those used here (EC "));
  CHECK(weakness("p384").empty());
  CHECK(weakness("edwards") == "its key is of a kind that is not used here (ED25519); RSA or EC");
  CHECK(weakness("sha1") == "it is signed with SHA-1, which can be forged");
  CHECK(weakness("md5") == "it is signed with MD5, which can be forged");
  CHECK(weakness("expired") == "it expired on 2021-01-01");
  CHECK(weakness("early") == "it is not valid before 2090-01-01");
  CHECK(weakness("signs") == "its key may not encipher keys (keyEncipherment)");
  CHECK(weakness("wraps").empty());

  const Certificate good = Certificate::load(folder.file("good.pem"));
  const Certificate wraps = Certificate::load(folder.file("wraps.pem"));
  CHECK(refusal({{good}, {}}).empty());
  CHECK(refusal({{good}, SealSigner{wraps, PrivateKey::load(folder.file("wraps.key"))}}) ==
        folder.file("wraps.pem") + ": its key may not sign (digitalSignature)");
  CHECK(refusal({{Certificate::load(folder.file("short.pem")), good},
                 SealSigner{good, PrivateKey::load(folder.file("wraps.key"))}}) ==
        folder.file("short.pem") + ": its key is too weak (RSA 1024); at least RSA 2048; " + folder.file("good.pem") +
            ": the signing key is not its key");
}

TEST_CASE("files that hold no certificate or key are told") {
  test::TempFolder folder;
  make_certificate(folder, "good", test::kEcKey);
  folder.write("empty", "");
  folder.write("pass", "correct horse\n");
  folder.write("wrong", "battery\n");
  REQUIRE(run_in(folder, "openssl pkey -in good.key -aes256 -passout file:pass -out protected.key") == 0);
  CHECK_THROWS_AS(Certificate::load(folder.file("none")), WorldError);
  CHECK_THROWS_AS(Certificate::load(folder.file("empty")), UsageError);
  CHECK_THROWS_AS(PrivateKey::load(folder.file("good.pem")), UsageError);
  CHECK_THROWS_WITH_AS(
      PrivateKey::load(folder.file("protected.key")),
      (folder.file("protected.key") + " is protected, and no passphrase was given (--key-passphrase FILE)").c_str(),
      UsageError);
  CHECK_THROWS_AS(PrivateKey::load(folder.file("protected.key"), folder.file("wrong")), UsageError);
  const PrivateKey key = PrivateKey::load(folder.file("protected.key"), folder.file("pass"));
  CHECK(key.belongs_to(Certificate::load(folder.file("good.pem"))));
}

}  // namespace daicho
