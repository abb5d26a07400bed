// daicho media verify: what the receiver of a medium does before using it.
#include <fmt/format.h>

#include <iostream>
#include <thread>

#include "cli/command.hpp"
#include "cli/media_options.hpp"
#include "cli/medium_words.hpp"
#include "formats/error.hpp"
#include "jobs/medium_verify.hpp"

namespace po = boost::program_options;

namespace daicho {
namespace {

const CommandText kText{
    "media verify", "check media that arrived: whole, for us, from them, and right inside",
    "media verify DIR... [--key KEY.pem --certificate CERT.pem [--key-passphrase FILE]] [--ca FILE] [--extract DIR]",
    "# before it is opened: is everything there?\n"
    "daicho media verify /media/usb\n"
    "# open it, check signature, hashes, counts and every record, and take the files out\n"
    "daicho media verify /media/usb --key key.pem --certificate cert.pem --ca city.pem --extract in"};

/// Prints as things are found.
class VerifyPrint : public MediumVerifySink {
 public:
  explicit VerifyPrint(Language language) : language_(language) {}

  void fault(MediumFault what, const std::string& file, const std::string& detail) override {
    ++verdict.faults;
    std::cout << "NG  " << medium_sentence(what, file, detail, language_) << "\n";
  }
  void note(MediumNote what, const std::string& file, const std::string& detail) override {
    verdict.signer_open = verdict.signer_open || what == MediumNote::signer_open;
    verdict.is_unsigned = verdict.is_unsigned || what == MediumNote::unsigned_seal;
    std::cout << (what == MediumNote::foreign_file || what == MediumNote::warnings ? "--  " : "OK  ")
              << medium_sentence(what, file, detail, language_) << "\n";
  }

  MediumVerdict verdict;

 private:
  Language language_;
};

class MediaVerify : public Command {
 public:
  const CommandText& text() const override { return kText; }

  void declare(po::options_description& options, std::vector<std::string>& operands) override {
    auto add = options.add_options();
    add("key", po::value(&key_)->value_name("KEY.pem"), "the receiver's private key");
    add("certificate", po::value(&certificate_)->value_name("CERT.pem"), "the receiver's certificate");
    add("key-passphrase", po::value(&passphrase_)->value_name("FILE"), "the key's passphrase: the first line of FILE");
    add("ca", po::value(&authorities_)->value_name("FILE"),
        "whose signatures count (PEM); then every volume must be signed");
    add("extract", po::value(&extract_)->value_name("DIR"), "take the files out, into a new or empty folder");
    operands = {"DIR..."};
  }

  void accept(const std::vector<std::string>& operands, const po::variables_map& /*given*/) override {
    check_values("DIR", operands);
    request_.folders.assign(operands.begin(), operands.end());
    if (key_.empty() != certificate_.empty()) throw UsageError("--key and --certificate go together");
    if (key_.empty() && (!authorities_.empty() || !extract_.empty() || !passphrase_.empty())) {
      throw UsageError("--ca, --extract and --key-passphrase need --key and --certificate");
    }
    request_.extract = extract_;
  }

  ExitStatus run(const GlobalOptions& global) override {
    const Catalog catalog(global.schemas);
    if (!key_.empty()) {
      request_.certificate = Certificate::load(certificate_);
      request_.key = PrivateKey::load(key_, passphrase_);
      if (!request_.key->belongs_to(*request_.certificate)) {
        throw UsageError(fmt::format("{} is not the key of {}", key_, certificate_));
      }
    }
    if (!authorities_.empty()) request_.authorities.emplace(authorities_);
    request_.threads = global.threads != 0 ? global.threads : std::thread::hardware_concurrency();
    VerifyPrint print(global.language);
    print.verdict.result = verify_media(request_, catalog, print);
    std::cout << medium_verdict(print.verdict, global.language) << "\n";
    return print.verdict.faults == 0 ? ExitStatus::done : ExitStatus::findings;
  }

 private:
  MediumVerifyRequest request_;
  std::string key_;
  std::string certificate_;
  std::string passphrase_;
  std::string authorities_;
  std::string extract_;
};

const CommandRegistration registration([] { return std::make_unique<MediaVerify>(); });

}  // namespace
}  // namespace daicho
