// Lists of foreign residents' names, by region. Each entry is LATIN/READING or LATIN/READING/KANJI.
#include <algorithm>
#include <array>
#include <string_view>

#include "samples/name_lists.hpp"

namespace daicho {
namespace {

constexpr std::string_view kChineseSurnames =
    "WANG/ワン/王 LI/リ/李 ZHANG/チャン/張 LIU/リュウ/劉 CHEN/チェン/陳 YANG/ヤン/楊 ZHAO/チャオ/趙 HUANG/ホワン/黄 "
    "ZHOU/チョウ/周 "
    "WU/ウー/呉 XU/シュ/徐 SUN/スン/孫 HU/フー/胡 ZHU/チュウ/朱 GAO/ガオ/高 LIN/リン/林 GUO/グオ/郭 MA/マー/馬 "
    "LUO/ルオ/羅 "
    "XIE/シエ/謝";
constexpr std::string_view kChineseMale =
    "WEI/ウェイ/偉 JUN/ジュン/軍 MINGHAO/ミンハオ/明浩 ZIXUAN/ズーシュエン/子軒 HAORAN/ハオラン/浩然 "
    "JIANGUO/ジエングオ/建国 "
    "YUCHEN/ユーチェン/宇辰 ZHIQIANG/ジーチアン/志強 TIANYU/ティエンユー/天宇 BOWEN/ボーウェン/博文 PENG/ポン/鵬 "
    "CHAO/チャオ/超";
constexpr std::string_view kChineseFemale =
    "FANG/ファン/芳 LINA/リーナ/麗娜 XIUYING/シウイン/秀英 MIN/ミン/敏 JING/ジン/静 YUTONG/ユートン/雨桐 "
    "XINYI/シンイー/欣怡 "
    "MEILING/メイリン/美玲 YUE/ユエ/月 XUE/シュエ/雪 HONG/ホン/紅 YAN/イエン/燕";
constexpr std::string_view kKoreanSurnames =
    "KIM/キム/金 LEE/イ/李 PARK/パク/朴 CHOI/チェ/崔 JUNG/チョン/鄭 KANG/カン/姜 CHO/チョ/趙 YOON/ユン/尹 "
    "JANG/チャン/張 "
    "LIM/イム/林 HAN/ハン/韓 SHIN/シン/申 OH/オ/呉 SEO/ソ/徐 KWON/クォン/権";
constexpr std::string_view kKoreanMale =
    "MINJUN/ミンジュン/敏俊 SEOJUN/ソジュン/瑞俊 JIHOON/ジフン/志勲 DONGHYUN/ドンヒョン/東賢 SUNGHO/ソンホ/成浩 "
    "YOUNGSOO/ヨンス/永洙 "
    "JUNHO/ジュノ/俊浩 HYUNWOO/ヒョヌ/賢宇 TAEYANG/テヤン/太陽 KYUNGSOO/キョンス/慶洙";
constexpr std::string_view kKoreanFemale =
    "SEOYEON/ソヨン/瑞妍 JIWOO/ジウ/智友 MINJI/ミンジ/敏智 YUJIN/ユジン/有珍 SOOJIN/スジン/秀珍 HYEJIN/ヘジン/恵珍 "
    "YOUNGHEE/ヨンヒ/英姫 "
    "EUNJI/ウンジ/恩智 MIKYUNG/ミギョン/美京 JISOO/ジス/智秀";
constexpr std::string_view kVietnameseSurnames =
    "NGUYEN/グエン TRAN/チャン LE/レ PHAM/ファム HOANG/ホアン PHAN/ファン VU/ヴー DANG/ダン BUI/ブイ DO/ドー HO/ホー "
    "NGO/ゴー";
constexpr std::string_view kVietnameseMale =
    "VAN@ANH/ヴァン　アイン MINH@DUC/ミン　ドゥック QUOC@HUY/クオック　フイ HOANG@LONG/ホアン　ロン "
    "TUAN@KIET/トゥアン　キエット "
    "VAN@HUNG/ヴァン　フン DINH@NAM/ディン　ナム THANH@TUNG/タイン　トゥン";
constexpr std::string_view kVietnameseFemale =
    "THI@LAN/ティ　ラン THI@HOA/ティ　ホア THI@HUONG/ティ　フオン THUY@LINH/トゥイ　リン NGOC@MAI/ゴック　マイ "
    "THI@THU/ティ　トゥー "
    "KIM@NGAN/キム　ガン THANH@HA/タイン　ハー";
constexpr std::string_view kSouthAsianSurnames =
    "SHARMA/シャルマ THAPA/タパ GURUNG/グルン SHRESTHA/シュレスタ RAI/ライ TAMANG/タマン KUMAR/クマール PATEL/パテル "
    "SINGH/シング "
    "KHAN/カーン RAHMAN/ラフマン HOSSAIN/ホサイン PERERA/ペレラ SILVA/シルヴァ AHMED/アハメド GUPTA/グプタ";
constexpr std::string_view kSouthAsianMale =
    "RAM@BAHADUR/ラム　バハドゥル BISHNU/ビシュヌ SUMAN/スマン PRAKASH/プラカシュ ARJUN/アルジュン RAHUL/ラフル "
    "ANIL/アニル "
    "SANJAY/サンジャイ IMRAN/イムラン MOHAMMAD/モハンマド NUWAN/ヌワン TARIQ/タリク";
constexpr std::string_view kSouthAsianFemale =
    "SITA/シタ GITA/ギタ SUNITA/スニタ ANJALI/アンジャリ PRIYA/プリヤ KAVITA/カヴィタ NISHA/ニシャ FATIMA/ファティマ "
    "AYESHA/アイシャ DILANI/ディラニ MAYA/マヤ SABINA/サビナ";
constexpr std::string_view kSoutheastAsianSurnames =
    "SANTOS/サントス REYES/レイエス CRUZ/クルス GARCIA/ガルシア MENDOZA/メンドーサ WIJAYA/ウィジャヤ SUSANTO/スサント "
    "HIDAYAT/ヒダヤット "
    "SETIAWAN/セティアワン TAN/タン LIM/リム AUNG/アウン HTUN/トゥン SOMCHAI/ソムチャイ SAETANG/セータン "
    "BATBAYAR/バトバヤル";
constexpr std::string_view kSoutheastAsianMale =
    "JOSE@MARIA/ホセ　マリア JUAN@CARLO/フアン　カルロ MARK@ANTHONY/マーク　アンソニー AGUS/アグス BUDI/ブディ "
    "RIZKY/リスキー "
    "KYAW@ZIN/チョー　ジン MIN@THU/ミン　トゥ ANAN/アナン NIRAN/ニラン BOLD/ボルド AHMAD/アフマド";
constexpr std::string_view kSoutheastAsianFemale =
    "MARIA@CRISTINA/マリア　クリスティナ ANNA@LIZA/アンナ　リザ ROSE@ANN/ローズ　アン SITI/シティ DEWI/デウィ "
    "PUTRI/プトリ "
    "THIN@ZAR/ティン　ザー MAY@THU/メイ　トゥ MALEE/マリー SUDA/スダ OYUN/オユン NUR@AISYAH/ヌル　アイシャ";
constexpr std::string_view kWesternSurnames =
    "SMITH/スミス JOHNSON/ジョンソン WILLIAMS/ウィリアムズ BROWN/ブラウン MILLER/ミラー TAYLOR/テイラー "
    "ANDERSON/アンダーソン MARTIN/マルタン "
    "BERNARD/ベルナール MUELLER/ミュラー SCHMIDT/シュミット ROSSI/ロッシ IVANOV/イワノフ WILSON/ウィルソン "
    "CLARK/クラーク EVANS/エヴァンズ "
    "MACDONALD/マクドナルド DUBOIS/デュボワ";
constexpr std::string_view kWesternMale =
    "JAMES@EDWARD/ジェームズ　エドワード MICHAEL/マイケル DAVID@JOHN/デイヴィッド　ジョン ROBERT/ロバート "
    "THOMAS/トーマス "
    "DANIEL@PAUL/ダニエル　ポール PIERRE/ピエール LUKAS/ルーカス MARCO/マルコ ALEXEI/アレクセイ "
    "WILLIAM@HENRY/ウィリアム　ヘンリー "
    "OLIVER/オリヴァー";
constexpr std::string_view kWesternFemale =
    "EMILY@ROSE/エミリー　ローズ SARAH/サラ JESSICA@ANNE/ジェシカ　アン LAURA/ローラ CLAIRE/クレール "
    "ANNA@MARIE/アンナ　マリー "
    "GIULIA/ジュリア ELENA/エレナ OLIVIA/オリヴィア KATHERINE/キャサリン EMMA@LOUISE/エマ　ルイーズ SOPHIE/ソフィー";
constexpr std::string_view kLatinSurnames =
    "SILVA/シルバ SOUZA/ソウザ OLIVEIRA/オリベイラ PEREIRA/ペレイラ TANAKA@SANTOS/タナカ　サントス QUISPE/キスペ "
    "FLORES/フローレス "
    "SANCHEZ/サンチェス RODRIGUEZ/ロドリゲス NAKAMURA@LIMA/ナカムラ　リマ";
constexpr std::string_view kLatinMale =
    "JOAO@PEDRO/ジョアン　ペドロ LUCAS/ルカス GABRIEL/ガブリエル CARLOS@ALBERTO/カルロス　アルベルト "
    "LUIS@MIGUEL/ルイス　ミゲル RAFAEL/ラファエル "
    "JORGE/ホルヘ MARCELO@KENJI/マルセロ　ケンジ";
constexpr std::string_view kLatinFemale =
    "ANA@CLARA/アナ　クララ JULIANA/ジュリアナ BEATRIZ/ベアトリス CAMILA/カミラ ROSA@MARIA/ロサ　マリア LUCIA/ルシア "
    "PATRICIA@YUMI/パトリシア　ユミ "
    "FERNANDA/フェルナンダ";

std::vector<ForeignPart> parse(std::string_view list) {
  std::vector<ForeignPart> parts;
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find(' '));
    const std::size_t slash = entry.find('/');
    const std::size_t second = entry.find('/', slash + 1);
    ForeignPart part{entry.substr(0, slash), entry.substr(slash + 1), {}};
    if (second != std::string_view::npos) {
      part.kana = entry.substr(slash + 1, second - slash - 1);
      part.kanji = entry.substr(second + 1);
    }
    parts.push_back(part);
    list.remove_prefix(std::min(list.size(), entry.size() + 1));
  }
  return parts;
}

struct Region {
  std::string_view nationalities;  // alpha-3 codes, separated by spaces
  ForeignNames names;
};

const std::array<Region, 7>& regions() {
  static const std::array<Region, 7> list = {{
      {"", {parse(kWesternSurnames), parse(kWesternMale), parse(kWesternFemale)}},
      {"CHN TWN MYS", {parse(kChineseSurnames), parse(kChineseMale), parse(kChineseFemale)}},
      {"KOR XKO", {parse(kKoreanSurnames), parse(kKoreanMale), parse(kKoreanFemale)}},
      {"VNM", {parse(kVietnameseSurnames), parse(kVietnameseMale), parse(kVietnameseFemale)}},
      {"NPL IND BGD LKA PAK", {parse(kSouthAsianSurnames), parse(kSouthAsianMale), parse(kSouthAsianFemale)}},
      {"PHL IDN MMR THA MNG",
       {parse(kSoutheastAsianSurnames), parse(kSoutheastAsianMale), parse(kSoutheastAsianFemale)}},
      {"BRA PER", {parse(kLatinSurnames), parse(kLatinMale), parse(kLatinFemale)}},
  }};
  return list;
}

}  // namespace

const ForeignNames& foreign_names(std::string_view nationality) {
  for (const Region& region : regions()) {
    if (region.nationalities.find(nationality) != std::string_view::npos) return region.names;
  }
  return regions().front().names;
}

}  // namespace daicho
