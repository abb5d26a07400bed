#include "jobs/seal_cipher.hpp"

#include <openssl/asn1.h>
#include <openssl/err.h>

#include <optional>

namespace daicho {
namespace {

constexpr std::string_view kAes256Gcm{"\x60\x86\x48\x01\x65\x03\x04\x01\x2E", 9};  // 2.16.840.1.101.3.4.1.46
constexpr int kDeepest = 32;  // of elements of indefinite length in one another

/// An element of BER: its tag, and what stands in it; of an indefinite length all that follows, its end included.
struct Element {
  int tag = 0;
  int tag_class = 0;
  bool indefinite = false;
  std::string_view content;
};

/// Reads the head of the element at the front of `bytes`, and takes the head off.
std::optional<Element> take_head(std::string_view& bytes) {
  const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* const begin = at;
  long length = 0;
  Element element;
  const int form = ASN1_get_object(&at, &length, &element.tag, &element.tag_class, static_cast<long>(bytes.size()));
  if ((form & 0x80) != 0) {
    ERR_clear_error();
    return std::nullopt;
  }
  bytes.remove_prefix(static_cast<std::size_t>(at - begin));
  element.indefinite = (form & 1) != 0;
  element.content = element.indefinite ? bytes : bytes.substr(0, static_cast<std::size_t>(length));
  return element;
}

/// Takes a whole element off the front; false where there is none.
bool skip(std::string_view& bytes, int depth = 0) {
  const auto element = take_head(bytes);
  if (!element || depth > kDeepest) return false;
  if (!element->indefinite) {
    bytes.remove_prefix(element->content.size());
    return true;
  }
  while (bytes.substr(0, 2) != std::string_view("\0\0", 2)) {
    if (!skip(bytes, depth + 1)) return false;
  }
  bytes.remove_prefix(2);
  return true;
}

/// Goes into the element at the front of `bytes`: what is left is what stands in it.
bool enter(std::string_view& bytes, int tag_class, int tag) {
  const auto element = take_head(bytes);
  if (!element || element->tag_class != tag_class || element->tag != tag) return false;
  bytes = element->content;
  return true;
}

bool is_next(std::string_view bytes, int tag_class, int tag) {
  const auto element = take_head(bytes);
  return element && element->tag_class == tag_class && element->tag == tag;
}

}  // namespace

bool is_sealed_with_aes_256_gcm(std::string_view message) {
  constexpr int kUniversal = V_ASN1_UNIVERSAL;
  constexpr int kOfContext = V_ASN1_CONTEXT_SPECIFIC;
  std::string_view at = message;
  const bool in_data = enter(at, kUniversal, V_ASN1_SEQUENCE) && skip(at) && enter(at, kOfContext, 0) &&
                       enter(at, kUniversal, V_ASN1_SEQUENCE) && skip(at);  // ContentInfo, its type; the version
  if (!in_data) return false;
  if (is_next(at, kOfContext, 0) && !skip(at)) return false;                                // originatorInfo
  const bool at_cipher = skip(at) && enter(at, kUniversal, V_ASN1_SEQUENCE) && skip(at) &&  // recipients; content type
                         enter(at, kUniversal, V_ASN1_SEQUENCE) && enter(at, kUniversal, V_ASN1_OBJECT);
  return at_cipher && at == kAes256Gcm;
}

}  // namespace daicho
