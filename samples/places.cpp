#include "samples/places.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "converters/check_digit.hpp"
#include "converters/width.hpp"
#include "samples/numbers.hpp"

namespace daicho {
namespace {

constexpr std::array<Town, 10> kTowns = {{
    {"関野町", "1840001", 2},
    {"梶野町", "1840002", 5},
    {"緑町", "1840003", 5},
    {"本町", "1840004", 6},
    {"桜町", "1840005", 3},
    {"東町", "1840011", 5},
    {"中町", "1840012", 4},
    {"前原町", "1840013", 5},
    {"貫井南町", "1840014", 5},
    {"貫井北町", "1840015", 5},
}};
constexpr std::array<std::uint32_t, 10> kTownWeights = {2, 11, 10, 19, 4, 14, 12, 13, 9, 10};

// Neighbours first: lists are drawn with a preference for what stands first.
constexpr std::string_view kMunicipalities =
    "13203,東京都武蔵野市,吉祥寺本町,1800004 13204,東京都三鷹市,下連雀,1810013 13214,東京都国分寺市,本町,1850012 "
    "13211,東京都小平市,花小金井,1870002 13206,東京都府中市,宮西町,1830022 13229,東京都西東京市,田無町,1880011 "
    "13115,東京都杉並区,荻窪,1670051 13112,東京都世田谷区,世田谷,1540017 13114,東京都中野区,中野,1640001 "
    "13208,東京都調布市,布田,1820024 13120,東京都練馬区,豊玉北,1760012 13202,東京都立川市,曙町,1900012 "
    "13201,東京都八王子市,旭町,1920083 13104,東京都新宿区,西新宿,1600023 13119,東京都板橋区,板橋,1730004 "
    "13111,東京都大田区,蒲田,1440052 13215,東京都国立市,東,1860002 13109,東京都品川区,大井,1400014 "
    "13113,東京都渋谷区,渋谷,1500002 13116,東京都豊島区,池袋,1710014 13121,東京都足立区,千住,1200034 "
    "13123,東京都江戸川区,西葛西,1340088 13108,東京都江東区,豊洲,1350061 13105,東京都文京区,本郷,1130033 "
    "13110,東京都目黒区,自由が丘,1520035 13103,東京都港区,赤坂,1070052 13117,東京都北区,赤羽,1150045 "
    "13106,東京都台東区,浅草,1110032 13107,東京都墨田区,錦糸,1300013 13122,東京都葛飾区,亀有,1250061 "
    "13118,東京都荒川区,荒川,1160002 13101,東京都千代田区,神田神保町,1010051 13209,東京都町田市,原町田,1940013 "
    "13212,東京都日野市,日野本町,1910011 13213,東京都東村山市,本町,1890014 13224,東京都多摩市,落合,2060033 "
    "13207,東京都昭島市,昭和町,1960015 13205,東京都青梅市,東青梅,1980042 14109,神奈川県横浜市港北区,日吉,2230061 "
    "14133,神奈川県川崎市中原区,小杉町,2110063 14135,神奈川県川崎市多摩区,登戸,2140014 "
    "14104,神奈川県横浜市中区,山下町,2310023 "
    "14205,神奈川県藤沢市,鵠沼海岸,2510037 11103,埼玉県さいたま市大宮区,大門町,3300846 "
    "11107,埼玉県さいたま市浦和区,高砂,3300063 "
    "11208,埼玉県所沢市,日吉町,3591123 11201,埼玉県川越市,脇田本町,3501123 11203,埼玉県川口市,本町,3320012 "
    "12204,千葉県船橋市,本町,2730005 12207,千葉県松戸市,松戸,2710092 12217,千葉県柏市,柏,2770005 "
    "12203,千葉県市川市,八幡,2720021 "
    "12101,千葉県千葉市中央区,中央,2600013 08220,茨城県つくば市,吾妻,3050031 08201,茨城県水戸市,中央,3100805 "
    "09201,栃木県宇都宮市,旭,3200818 10201,群馬県前橋市,大手町,3710026 10202,群馬県高崎市,高松町,3700829 "
    "19201,山梨県甲府市,丸の内,4000031 20201,長野県長野市,鶴賀緑町,3800813 20202,長野県松本市,丸の内,3900873 "
    "22101,静岡県静岡市葵区,追手町,4200853 23106,愛知県名古屋市中区,三の丸,4600001 27127,大阪府大阪市北区,梅田,5300001 "
    "26103,京都府京都市左京区,吉田本町,6068501 28101,兵庫県神戸市東灘区,岡本,6580072 "
    "01101,北海道札幌市中央区,北一条西,0600001 "
    "04101,宮城県仙台市青葉区,国分町,9800803 15103,新潟県新潟市中央区,東大通,9500087 "
    "40133,福岡県福岡市中央区,天神,8100001 "
    "34101,広島県広島市中区,国泰寺町,7300042 33101,岡山県岡山市北区,大供,7000913 "
    "43101,熊本県熊本市中央区,手取本町,8600808 "
    "46201,鹿児島県鹿児島市,山下町,8920816 47201,沖縄県那覇市,泉崎,9000021 17201,石川県金沢市,広坂,9200962 "
    "16201,富山県富山市,新総曲輪,9300006 18201,福井県福井市,大手,9100005 21201,岐阜県岐阜市,橋本町,5008856 "
    "24201,三重県津市,西丸之内,5140027 25201,滋賀県大津市,御陵町,5200037 27203,大阪府豊中市,中桜塚,5610881 "
    "28204,兵庫県西宮市,六湛寺町,6620918 29201,奈良県奈良市,登大路町,6308213 30201,和歌山県和歌山市,七番丁,6408155 "
    "31201,鳥取県鳥取市,尚徳町,6800017 32201,島根県松江市,殿町,6900887 35203,山口県山口市,亀山町,7530072 "
    "36201,徳島県徳島市,幸町,7700847 37201,香川県高松市,番町,7600017 38201,愛媛県松山市,二番町,7900002 "
    "39201,高知県高知市,本町,7800870 41201,佐賀県佐賀市,栄町,8408501 42201,長崎県長崎市,尾上町,8500058 "
    "44201,大分県大分市,荷揚町,8700046 45201,宮崎県宮崎市,橘通西,8800001 02201,青森県青森市,長島,0300861 "
    "03201,岩手県盛岡市,内丸,0200023 05201,秋田県秋田市,山王,0100951 06201,山形県山形市,旅篭町,9900047 "
    "07201,福島県福島市,杉妻町,9608065 07203,福島県郡山市,朝日,9638024 01202,北海道函館市,五稜郭町,0400001 "
    "01204,北海道旭川市,六条通,0700036 01637,北海道河西郡芽室町,東二条,0820012";

constexpr std::array<Country, 28> kCountries = {{
    {"CHN", "中国", 380},      {"KOR", "韓国", 150},     {"VNM", "ベトナム", 80},      {"NPL", "ネパール", 70},
    {"PHL", "フィリピン", 55}, {"TWN", "台湾", 50},      {"USA", "米国", 45},          {"IDN", "インドネシア", 20},
    {"MMR", "ミャンマー", 20}, {"IND", "インド", 18},    {"THA", "タイ", 15},          {"XKO", "朝鮮", 12},
    {"GBR", "英国", 12},       {"FRA", "フランス", 10},  {"BRA", "ブラジル", 8},       {"BGD", "バングラデシュ", 8},
    {"LKA", "スリランカ", 8},  {"PAK", "パキスタン", 5}, {"MNG", "モンゴル", 8},       {"MYS", "マレーシア", 7},
    {"DEU", "ドイツ", 7},      {"ITA", "イタリア", 5},   {"AUS", "オーストラリア", 6}, {"CAN", "カナダ", 7},
    {"RUS", "ロシア", 6},      {"PER", "ペルー", 5},     {"PSE", "パレスチナ", 1},     {"XXA", "無国籍", 1},
}};

constexpr std::array<std::string_view, 12> kBuildingBegins = {
    "メゾン", "コーポ", "グリーンハイツ", "パークハイム", "サンライズ", "フラワーコート",
    "ヴィラ", "ハイム", "武蔵野ガーデン", "桜レジデンス", "第二",       "プラザ"};
constexpr std::array<std::string_view, 8> kBuildingEnds = {"小金井",   "野川", "武蔵小金井", "東小金井",
                                                           "新小金井", "若葉", "山田",       "みどり"};

std::vector<Municipality> parse_municipalities() {
  std::vector<Municipality> list;
  std::string_view rest = kMunicipalities;
  while (!rest.empty()) {
    std::string_view entry = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    std::array<std::string_view, 4> parts;
    for (std::string_view& part : parts) {
      part = entry.substr(0, entry.find(','));
      entry.remove_prefix(std::min(entry.size(), part.size() + 1));
    }
    list.push_back({parts[0], parts[1], parts[2], parts[3]});
  }
  return list;
}

std::string building_name(Prng& prng, int& room) {
  std::string name(prng.pick(kBuildingBegins));
  name += prng.pick(kBuildingEnds);
  room = prng.between(1, 8) * 100 + prng.between(1, 12);
  return name + "　" + full_width_number(room) + "号室";
}

std::string lot_text(int block, int lot, int number) {
  return full_width_number(block) + "丁目" + full_width_number(lot) + "番" + full_width_number(number) + "号";
}

}  // namespace

std::span<const Town> city_towns() { return kTowns; }

std::span<const Municipality> municipalities() {
  static const std::vector<Municipality> list = parse_municipalities();
  return list;
}

std::span<const Country> countries() { return kCountries; }

std::string municipality_code(std::string_view five_digits) {
  std::string code(five_digits);
  code += check_digit_of(CheckDigit::municipality_code, five_digits);
  return code;
}

std::string full_width_number(int number) { return to_full_width(std::to_string(number)); }

Address city_address(Prng& prng, bool apartment) {
  Address address;
  address.municipality_code = kCityCode;
  address.town = prng.weighted(kTownWeights);
  const Town& town = kTowns[address.town];
  address.block = prng.between(1, town.blocks);
  address.lot = prng.between(1, 30);
  address.number = prng.between(1, 40);
  address.postal_code = town.postal_code;
  const auto town_number = static_cast<std::uint64_t>(address.town + 1);
  const auto block = static_cast<std::uint64_t>(address.block);
  address.town_code = zero_filled(town_number, 4) + zero_filled(block, 3);
  address.district_code = zero_filled(town_number, 2) + zero_filled(block, 2);
  address.text = std::string(kCityName) + std::string(town.name) + lot_text(address.block, address.lot, address.number);
  if (apartment && prng.chance(6500)) {
    address.building = building_name(prng, address.room);
    address.building_code = address.town_code + "-" + zero_filled(static_cast<std::uint64_t>(address.lot), 3) + "-" +
                            zero_filled(static_cast<std::uint64_t>(address.number), 3);
  }
  return address;
}

Address address_elsewhere(Prng& prng) {
  Address address;
  const Municipality& place = municipalities()[prng.skewed(municipalities().size())];
  address.municipality_code = municipality_code(place.code);
  address.postal_code = place.postal_code;
  address.text = std::string(place.name) + std::string(place.town) +
                 lot_text(prng.between(1, 6), prng.between(1, 30), prng.between(1, 40));
  if (prng.chance(4500)) {
    int room = 0;
    address.building = building_name(prng, room);
  }
  return address;
}

Address address_abroad(Prng& prng) {
  Address address;
  address.text = prng.pick(std::span(kCountries).first(26)).name;
  return address;
}

}  // namespace daicho
