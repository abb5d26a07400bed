// Which cipher a sealed message uses: OpenSSL opens what it is given and does not tell.
#pragma once

#include <string_view>

namespace daicho {

/// Whether the bytes, a CMS message of authenticated enveloped data in BER (RFC 5083), name AES-256-GCM (RFC 5084) as
/// their content's cipher. False for any other bytes; nothing is read beyond them.
bool is_sealed_with_aes_256_gcm(std::string_view message);

}  // namespace daicho
