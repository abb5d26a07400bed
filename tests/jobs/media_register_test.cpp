#include "jobs/media_register.hpp"

#include <doctest/doctest.h>

#include "formats/error.hpp"
#include "tests/support/temp_folder.hpp"

namespace daicho {
namespace {

constexpr const char* kNow = "20261130120000";

/// A ledger with media of nobody.
class Shelf {
 public:
  Shelf() : ledger(folder.path(), {}, Ledger::Absent::begin) {}

  void add(const std::string& number, unsigned copies = 1, const std::string& replaces = {}) {
    MediumFacts facts;
    facts.delivery.number = number;
    facts.delivery.made = "20261120103000000";
    facts.delivery.run = "cs-update_20261120000000_001";
    facts.delivery.destination = "市町村CS";
    facts.copies = copies;
    facts.made_by = "yamada@batch";
    facts.replaces = replaces;
    LedgerEntry entry;
    entry.kind = replaces.empty() ? "medium" : "medium-redo";
    entry.details = medium_details(facts);
    entry.reference = number;
    ledger.append(entry);
  }

  std::string close(MediumEvent event, const std::string& at, unsigned copy = 0) {
    try {
      close_medium(ledger, {"M20261120-001", copy, {event, "見本花子", at, "手渡し", ""}}, kNow);
    } catch (const RefusedError& error) {
      return error.what();
    } catch (const UsageError& error) {
      return std::string("usage: ") + error.what();
    }
    return "";
  }

  test::TempFolder folder;
  Ledger ledger;
};

}  // namespace

TEST_CASE("a copy goes from hand to hand, and the register tells it") {
  Shelf shelf;
  shelf.add("M20261120-001", 2);
  CHECK(shelf.close(MediumEvent::handed, "20261121090000", 2) == "");
  CHECK(shelf.close(MediumEvent::received, "20261121100000", 2) == "");
  CHECK(shelf.close(MediumEvent::returned, "20261125100000", 2) == "");
  CHECK(shelf.close(MediumEvent::erased, "20261126100000", 2) == "");
  const MediaRegister media(shelf.ledger.store());
  REQUIRE(media.records().size() == 1);
  const MediumRecord& record = media.records()[0];
  CHECK(record.last(1).event == MediumEvent::made);
  CHECK(record.copies[1].size() == 5);
  CHECK(record.last(2).event == MediumEvent::erased);
  CHECK(record.last(2).by == "見本花子");
  CHECK(record.last(2).at == "20261126100000");
  CHECK(record.last(2).method == "手渡し");
}

TEST_CASE("events that cannot follow on one another are refused") {
  Shelf shelf;
  shelf.add("M20261120-001");
  CHECK(shelf.close(MediumEvent::received, "20261121090000") ==
        "M20261120-001 (正): 'received' cannot follow on 'made' (20261120103000, yamada@batch); next may be: "
        "handed, erased, lost, note");
  CHECK(shelf.close(MediumEvent::returned, "20261121090000").find("'returned' cannot follow on 'made'") !=
        std::string::npos);
  CHECK(shelf.close(MediumEvent::handed, "20261121090000") == "");
  CHECK(shelf.close(MediumEvent::handed, "20261121090000").find("'handed' cannot follow on 'handed'") !=
        std::string::npos);
  CHECK(shelf.close(MediumEvent::erased, "20261121090000").find("'erased' cannot follow on 'handed'") !=
        std::string::npos);
  CHECK(shelf.close(MediumEvent::received, "20261121080000") ==
        "M20261120-001 (正): 20261121080000 lies before 'handed' of 20261121090000");
  CHECK(shelf.close(MediumEvent::received, "20261201000000") ==
        "M20261120-001 (正): 20261201000000 lies in the future");
  CHECK(shelf.close(MediumEvent::received, "20261122000000") == "");
  CHECK(shelf.close(MediumEvent::received, "20261122000000").find("cannot follow") != std::string::npos);
  CHECK(shelf.close(MediumEvent::erased, "20261123000000") == "");
  CHECK(shelf.close(MediumEvent::handed, "20261124000000").find("cannot follow") != std::string::npos);
}

TEST_CASE("a closing that is refused is on record") {
  Shelf shelf;
  shelf.add("M20261120-001");
  const std::string why = shelf.close(MediumEvent::received, "20261121090000");
  REQUIRE_FALSE(why.empty());
  const LedgerEntry entry = shelf.ledger.store().last()->entry;
  CHECK(entry.kind == "refused");
  CHECK(entry.reason == why);
  CHECK(entry.details == R"({"command":"media close","reason":""})");
}

TEST_CASE("a medium may be lost after it was handed over, and come back") {
  Shelf shelf;
  shelf.add("M20261120-001");
  CHECK(shelf.close(MediumEvent::handed, "20261121090000") == "");
  CHECK(shelf.close(MediumEvent::lost, "20261122090000") == "");
  CHECK(shelf.close(MediumEvent::erased, "20261122100000").find("'erased' cannot follow on 'lost'") !=
        std::string::npos);
  CHECK(shelf.close(MediumEvent::returned, "20261123090000") == "");
  CHECK(shelf.close(MediumEvent::lost, "20261123100000") == "");
  CHECK(MediaRegister(shelf.ledger.store()).records()[0].last(1).event == MediumEvent::lost);
}

TEST_CASE("notes may stand anywhere, several times, and change nothing") {
  Shelf shelf;
  shelf.add("M20261120-001");
  CHECK(shelf.close(MediumEvent::erased, "20261121090000") == "");
  CHECK(shelf.close(MediumEvent::note, "20261122090000") == "");
  CHECK(shelf.close(MediumEvent::note, "20261122090000") == "");
  const MediaRegister media(shelf.ledger.store());
  CHECK(media.records()[0].last(1).event == MediumEvent::erased);
  CHECK(media.records()[0].copies[0].size() == 4);
}

TEST_CASE("a medium that never left may be erased") {
  Shelf shelf;
  shelf.add("M20261120-001");
  CHECK(shelf.close(MediumEvent::erased, "20261121090000") == "");
}

TEST_CASE("unknown media and copies are refused, and several copies want a name") {
  Shelf shelf;
  shelf.add("M20261120-001", 2);
  CHECK(shelf.close(MediumEvent::handed, "20261121090000") ==
        "usage: M20261120-001 has 2 copies; name one with --copy");
  CHECK(shelf.close(MediumEvent::handed, "20261121090000", 3) == "M20261120-001 has no copy 3");
  CHECK_THROWS_WITH_AS(
      close_medium(shelf.ledger, {"M20991120-001", 1, {MediumEvent::handed, "a", "20261121090000", "", ""}}, kNow),
      "the ledger knows no medium M20991120-001", RefusedError);
}

TEST_CASE("numbers count within a day, and a redo is known from both sides") {
  Shelf shelf;
  CHECK(MediaRegister(shelf.ledger.store()).next_number("20261120") == "M20261120-001");
  shelf.add("M20261120-001");
  shelf.add("M20261120-002", 1, "M20261120-001");
  shelf.add("M20261121-007");
  const MediaRegister media(shelf.ledger.store());
  CHECK(media.next_number("20261120") == "M20261120-003");
  CHECK(media.next_number("20261121") == "M20261121-008");
  CHECK(media.next_number("20261122") == "M20261122-001");
  CHECK(media.find("M20261120-001")->replaced_by == "M20261120-002");
  CHECK(media.newest_of("cs-update_20261120000000_001", "市町村CS")->facts.delivery.number == "M20261121-007");
  CHECK(media.newest_of("cs-update_20261120000000_001", "") == nullptr);
  shelf.add("M20261121-999");
  CHECK_THROWS_AS(MediaRegister(shelf.ledger.store()).next_number("20261121"), RefusedError);
}

TEST_CASE("an entry that says nothing of its medium is an error, not a gap") {
  Shelf shelf;
  LedgerEntry entry;
  entry.kind = "medium";
  entry.details = "{}";
  shelf.ledger.append(entry);
  CHECK_THROWS_WITH_AS(MediaRegister(shelf.ledger.store()),
                       "entry 1 of the ledger says nothing that can be read of a medium", WorldError);
}

}  // namespace daicho
