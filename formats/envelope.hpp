// envelope=control: the control records 1, 8 and 9 around the data records 2.
#pragma once

#include <cstdint>
#include <string>

namespace daicho {

/// The header record `1`, as text of each field without fill.
struct EnvelopeHeader {
  std::string layout;     ///< X(32)
  std::string version;    ///< 9(4): major and minor of the layout's version, two digits each
  std::string from;       ///< 9(6), the sender's 全国地方公共団体コード
  std::string to;         ///< X(16)
  std::string made;       ///< 9(14)
  std::string extent;     ///< 9(1): 1 全件, 2 差分
  std::string base_date;  ///< 9(8), 基準日
  std::string serial;     ///< 9(6)
  std::string charset;    ///< X(16)
};

}  // namespace daicho
