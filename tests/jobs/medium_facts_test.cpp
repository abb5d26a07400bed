#include "jobs/medium_facts.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

MediumFacts two_volumes() {
  MediumFacts facts;
  ManifestFile data;
  data.name = "soufusaki.dat";
  data.kind = "data";
  data.layout = "soufusaki";
  data.layout_version = "1.0";
  data.format = "fixed:utf-16be,eol=crlf";
  data.records = 70;
  data.bytes = 284200;
  data.sha256 = std::string(64, 'a');
  facts.delivery = {
      "M20261120-001", "20261120103000000", "132101", "soufusaki_20261120000000_001", std::string(64, 'b'), "機構",
      {data}};
  facts.volumes = {{"M20261120-001_001of002.cms", 1, 100, std::string(64, 'c')},
                   {"M20261120-001_002of002.cms", 2, 200, std::string(64, 'd')}};
  facts.media = 2;
  facts.copies = 2;
  facts.media_type = "USBメモリ";
  facts.cipher = "AES-256-GCM";
  facts.recipients = {{"CN=機構", std::string(64, 'e'), "RSA 3072", "RSAES-OAEP SHA-256"}};
  facts.signer = MediumParty{"CN=見本市", std::string(64, 'f'), {}, {}};
  facts.made_by = "root";
  facts.approved_by = "市民課長";
  facts.purpose = "通知";
  facts.acknowledged = 3;
  facts.replaces = "M20261119-001";
  return facts;
}

}  // namespace

TEST_CASE("the ledger's details of a medium come back whole and canonical") {
  const std::string json = medium_details(two_volumes());
  const auto back = parse_medium_details(json);
  REQUIRE(back);
  CHECK(medium_details(*back) == json);
  CHECK(back->volumes[1].medium == 2);
  CHECK(back->signer->subject == "CN=見本市");
  CHECK(back->replaces == "M20261119-001");
  CHECK(json.find("\"acknowledged\":3,\"approved_by\":\"市民課長\",\"cipher\"") == 1);
  CHECK_FALSE(parse_medium_details("{}"));
  CHECK_FALSE(parse_medium_details("[1]"));
  CHECK_FALSE(parse_medium_details("no json"));
}

TEST_CASE("medium.json comes back, and one of another version does not") {
  const MediumContents contents{two_volumes().delivery, 2, 2, {{"soufusaki.dat", "soufusaki.dat.002", 5, 6, "ab"}}};
  const std::string text = medium_contents_text(contents);
  const auto back = parse_medium_contents(text);
  REQUIRE(back);
  CHECK(medium_contents_text(*back) == text);
  std::string newer = text;
  newer.replace(newer.find("\"medium\": 1"), 11, "\"medium\": 2");
  CHECK_FALSE(parse_medium_contents(newer));
  CHECK_FALSE(parse_medium_contents("{\"medium\": 1}"));
  CHECK_FALSE(parse_medium_contents("{\"medium\": 1, \"pieces\": [[]]}"));
}

TEST_CASE("names of volumes, copies and numbers") {
  CHECK(volume_name("M20261120-001", 2, 12) == "M20261120-001_002of012.cms");
  CHECK(is_volume_name("M20261120-001_002of012.cms"));
  for (const char* name : {"", "M20261120-001_002of012.cmsx", "m20261120-001_002of012.cms",
                           "M2026112a-001_002of012.cms", "M20261120-001_002or012.cms"}) {
    CAPTURE(name);
    CHECK_FALSE(is_volume_name(name));
  }
  CHECK(copy_name(1, 1) == "正");
  CHECK(copy_name(2, 2) == "副");
  CHECK(copy_name(3, 3) == "副2");
}

TEST_CASE("sums are those of one medium, as sha256sum writes them") {
  CHECK(sums_of_volumes(two_volumes(), 2) == std::string(64, 'd') + "  M20261120-001_002of002.cms\n");
  CHECK(sums_of_files(two_volumes().delivery.files) == std::string(64, 'a') + "  soufusaki.dat\n");
  CHECK(record_count(two_volumes().delivery.files) == 70);
}

}  // namespace daicho
