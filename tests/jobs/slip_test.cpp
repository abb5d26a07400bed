#include "jobs/slip.hpp"

#include <doctest/doctest.h>

namespace daicho {
namespace {

MediumFacts small_facts() {
  MediumFacts facts;
  ManifestFile data;
  data.name = "soufusaki_132101_D_20261120000000_001.dat";
  data.kind = "data";
  data.layout = "soufusaki";
  data.layout_version = "1.0";
  data.format = "fixed:utf-16be,eol=crlf";
  data.records = 1270;
  data.bytes = 5153660;
  data.sha256 = std::string(64, 'a');
  facts.delivery = {"M20261120-001",      "20261120093000000",          "132101", "soufusaki_20261120000000_001",
                    std::string(64, 'b'), "個人番号カード管理システム", {data}};
  facts.volumes = {{"M20261120-001_001of001.cms", 1, 5160000, std::string(64, 'c')}};
  facts.copies = 2;
  facts.media_type = "USBメモリ";
  facts.cipher = "AES-256-GCM";
  facts.recipients = {{"CN=見本", std::string(64, 'e'), "RSA 3072", "RSAES-OAEP SHA-256"}};
  facts.made_by = "yamada@batch";
  facts.approved_by = "市民課長　見本太郎";
  facts.purpose = "個人番号の通知のため";
  facts.note = "<b>至急</b>";
  return facts;
}

const std::map<std::string, std::string> kNames{{"soufusaki", "送付先情報"}};

std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("the slip as text says everything that is to be said of a medium") {
  const MediumFacts facts = small_facts();
  const std::string expected =
      "電子記録媒体送付票\r\n"
      "\r\n"
      "管理番号              M20261120-001\r\n"
      "媒体通番              1／1\r\n"
      "正副                  副\r\n"
      "提供元（団体コード）  132101\r\n"
      "宛先                  個人番号カード管理システム\r\n"
      "媒体種別              USBメモリ\r\n"
      "作成日時              令和8年11月20日 09時30分（2026年）\r\n"
      "作成者                yamada@batch\r\n"
      "承認者                市民課長　見本太郎\r\n"
      "目的                  個人番号の通知のため\r\n"
      "処理番号              soufusaki_20261120000000_001\r\n"
      "\r\n"
      "【内容　合計 1,270 件】\r\n"
      "soufusaki_132101_D_20261120000000_001.dat\r\n"
      "  レイアウト名・版    送付先情報（soufusaki）1.0版\r\n"
      "  形式                fixed:utf-16be,eol=crlf\r\n"
      "  件数                1,270 件\r\n"
      "  バイト数            5,153,660\r\n"
      "  SHA-256             aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa\r\n"
      "\r\n"
      "【この媒体にある暗号化ファイル】\r\n"
      "M20261120-001_001of001.cms\r\n"
      "  バイト数            5,160,000\r\n"
      "  SHA-256             cccccccc cccccccc cccccccc cccccccc cccccccc cccccccc cccccccc cccccccc\r\n"
      "\r\n"
      "【暗号化】\r\n"
      "暗号方式              AES-256-GCM（CMS、RFC 5083・5084）、鍵は RSAES-OAEP "
      "SHA-256。パスワードは使用せず、宛先証明書の秘密鍵で復号する\r\n"
      "宛先証明書            CN=見本（RSA 3072）\r\n"
      "  拇印（SHA-256）     eeeeeeee eeeeeeee eeeeeeee eeeeeeee eeeeeeee eeeeeeee eeeeeeee eeeeeeee\r\n"
      "署名                  なし\r\n"
      "\r\n"
      "【授受の記録】\r\n"
      "引渡  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  "
      "方法：　　　　　　\r\n"
      "受領  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  "
      "方法：　　　　　　\r\n"
      "返却  日時：　　年　　月　　日　　時　　分  渡した者：　　　　　　　　  受けた者：　　　　　　　　  "
      "方法：　　　　　　\r\n"
      "消去  日時：　　年　　月　　日　　時　　分  消去した者：　　　　　　　　  立会者：　　　　　　　　  "
      "方法：　　　　　　\r\n"
      "\r\n"
      "【備考】\r\n"
      "<b>至急</b>\r\n"
      "\r\n"
      "【開き方】\r\n"
      "1. 媒体のフォルダーで、書かれたとおりかを確かめる\r\n"
      "     sha256sum -c SHA256SUMS\r\n"
      "2. 空のフォルダーに移り、復号する\r\n"
      "     openssl cms -decrypt -inform DER -in 媒体/M20261120-001_001of001.cms -inkey 鍵.pem -recip 証明書.pem "
      "-out content\r\n"
      "3. 展開する\r\n"
      "     tar xf content\r\n"
      "4. 中のファイルを確かめる\r\n"
      "     sha256sum -c SHA256SUMS\r\n";
  CHECK(slip_text({facts, 1, 2, kNames}) == expected);
}

TEST_CASE("the slip as a page escapes what people typed, and needs nothing from elsewhere") {
  const MediumFacts facts = small_facts();
  const std::string page = slip_page({facts, 1, 1, kNames});
  CHECK(page.find("&lt;b&gt;至急") != std::string::npos);
  CHECK(page.find("<b>至急") == std::string::npos);
  for (const char* outside : {"http", "src=", "<script", "<link"}) CHECK(page.find(outside) == std::string::npos);
  CHECK(page.find("<dd>正</dd>") != std::string::npos);
}

TEST_CASE("a slip of many volumes and recipients stays one sheet: the rest is counted") {
  MediumFacts facts = small_facts();
  for (unsigned volume = 2; volume <= 40; ++volume) {
    facts.volumes.push_back({volume_name("M20261120-001", volume, 40), 1, 1, std::string(64, 'd')});
  }
  facts.recipients.resize(15, facts.recipients[0]);
  facts.delivery.files.resize(6, facts.delivery.files[0]);
  const std::string page = slip_page({facts, 1, 1, kNames});
  CHECK(count_of(page, ".cms</td>") == 6);
  CHECK(page.find("ほか 34 ファイル。SHA256SUMS の SHA-256") != std::string::npos);
  CHECK(page.find("ほか 4 ファイル（暗号化ファイルの中の SHA256SUMS のとおり）") != std::string::npos);
  CHECK(count_of(page, "宛先証明書・拇印") == 3);
  CHECK(page.find("ほか 12 件（台帳のとおり）") != std::string::npos);
  CHECK(page.find("<body class=\"dense\">") != std::string::npos);
  CHECK(page.find("<code>cat 名前.0* &gt; 名前</code>") != std::string::npos);
}

TEST_CASE("nine recipients of five media stand there by name and fingerprint, and how pieces are joined") {
  MediumFacts facts = small_facts();
  facts.media = 5;
  facts.volumes.clear();
  for (unsigned volume = 1; volume <= 5; ++volume) {
    facts.volumes.push_back({volume_name("M20261120-001", volume, 5), volume, 1, std::string(64, 'd')});
  }
  facts.recipients.resize(9, facts.recipients[0]);
  const std::string page = slip_page({facts, 2, 1, kNames});
  CHECK(count_of(page, "宛先証明書・拇印") == 9);
  CHECK(page.find("（台帳のとおり）") == std::string::npos);
  CHECK(page.find("合計 1,270 件（全5枚の合計）") != std::string::npos);
  const std::string text = slip_text({facts, 2, 1, kNames});
  CHECK(text.find("1. 全5枚の媒体がそろってから開く") != std::string::npos);
  CHECK(text.find("     cat 名前.0* > 名前\r\n") != std::string::npos);
}

TEST_CASE("a fact that is long has a line of its own, and leaves no empty cell") {
  MediumFacts facts = small_facts();
  facts.delivery.destination = "子ども家庭部　児童発達支援担当　障害児通所給付　総合窓口";
  const std::string page = slip_page({facts, 1, 1, kNames});
  CHECK(page.find("<th></th><td></td>") == std::string::npos);
  CHECK(page.find("<tr><th>提供元（団体コード）</th><td colspan=\"3\">132101</td></tr>") != std::string::npos);
}

TEST_CASE("a medium's slip names its own volumes only") {
  MediumFacts facts = small_facts();
  facts.volumes = {{"M20261120-001_001of002.cms", 1, 1, "aa"}, {"M20261120-001_002of002.cms", 2, 1, "bb"}};
  facts.media = 2;
  const std::string text = slip_text({facts, 2, 1, kNames});
  CHECK(text.find("媒体通番              2／2") != std::string::npos);
  CHECK(text.find("M20261120-001_002of002.cms") != std::string::npos);
  CHECK(text.find("M20261120-001_001of002.cms") == std::string::npos);
}

TEST_CASE("moments in eras, and numbers in groups") {
  CHECK(moment_text("20190501000000") == "令和元年5月1日 00時00分（2019年）");
  CHECK(moment_text("20190430235959") == "平成31年4月30日 23時59分（2019年）");
  CHECK(grouped_digits(0) == "0");
  CHECK(grouped_digits(999) == "999");
  CHECK(grouped_digits(1000) == "1,000");
  CHECK(grouped_digits(1234567890) == "1,234,567,890");
}

}  // namespace daicho
