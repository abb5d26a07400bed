// A published run, a receiver with a key, and empty media: what the tests of writing media work with.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "formats/error.hpp"
#include "jobs/ledger_link.hpp"
#include "jobs/medium_write.hpp"
#include "tests/jobs/small_run.hpp"
#include "tests/support/keys.hpp"

namespace daicho::test {

namespace fs = std::filesystem;
/// Bytes that do not repeat, so that a swapped or doubled piece shows.
inline std::string content_of(std::size_t size) {
  std::string content;
  for (std::size_t index = 0; content.size() < size; ++index) content += std::to_string(index * 7919) + ",";
  content.resize(size);
  return content;
}

/// A published run, a receiver with a key, and empty media.
class MediumBench {
 public:
  explicit MediumBench(std::size_t size = 1000, unsigned media = 1, std::uint64_t rejected = 0)
      : content(content_of(size)) {
    make_certificate(folder, "receiver", kEcKey);
    publish_small_run(folder, content, rejected);
    request.state = folder.path() / "state";
    request.run = kSmallRun;
    request.parties.recipients = {Certificate::load(folder.file("receiver.pem"))};
    request.approved_by = "課長";
    request.purpose = "更新";
    request.now = "20261120103000000";
    for (unsigned medium = 1; medium <= media; ++medium) {
      request.to.push_back(folder.path() / ("medium" + std::to_string(medium)));
      fs::create_directory(request.to.back());
    }
  }

  MediumResult write() {
    said.clear();
    LedgerNotices notices;
    notices.say = [&](const std::string& sentence) {
      if (sentence.find("ledger") == std::string::npos) said.push_back(sentence);
    };
    return write_medium(request, catalog, notices);
  }

  std::string refusal() {
    try {
      write();
    } catch (const RefusedError& error) {
      return error.what();
    }
    return "not refused";
  }

  /// What the receiver finds with stock tools: the data file, joined from all volumes of all media.
  std::string opened() const {
    const std::string command =
        "rm -rf x && mkdir x && for m in medium*; do (cd $m && sha256sum -c --quiet SHA256SUMS) || exit 1; "
        "for v in $m/*.cms; do openssl cms -decrypt -inform DER -in $v -inkey receiver.key -recip receiver.pem -out c "
        "&& "
        "tar xf c -C x || exit 1; done; done; cd x && "
        "if ls *.dat.001 2>/dev/null; then cat *.dat.0* >honnin_132101_D_20261120000000_001.dat; fi && "
        "sha256sum -c --quiet SHA256SUMS";
    if (run_in(folder, command) != 0) return "not opened: " + folder.read("command.log");
    return folder.read("x/honnin_132101_D_20261120000000_001.dat");
  }

  std::vector<LedgerRow> entries() const {
    std::vector<LedgerRow> rows;
    LedgerStore store = open_ledger_entries(request.state);
    store.for_each([&](const LedgerRow& row) { rows.push_back(row); });
    return rows;
  }

  std::size_t files_on(std::size_t medium) const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(request.to[medium]), {}));
  }

  TempFolder folder;
  std::string content;
  Catalog catalog;
  MediumRequest request;
  std::vector<std::string> said;
};

/// Runs the writing in a child that dies at the n-th time the step is reached.
inline void die_at(MediumBench& office, MediumStep step, int times = 1) {
  const pid_t child = ::fork();
  if (child == 0) {
    int left = times;
    office.request.hook = [&](MediumStep reached) {
      if (reached == step && --left == 0) ::_exit(9);
    };
    try {
      office.write();
    } catch (...) {
    }
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WEXITSTATUS(status) == 9);
}

}  // namespace daicho::test
