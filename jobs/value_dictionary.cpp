#include "jobs/value_dictionary.hpp"

#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>

#include "formats/error.hpp"

namespace daicho {
namespace {

constexpr std::size_t kMostSamples = 1000;
constexpr std::size_t kFewestSamples = 256;
constexpr std::size_t kShortestOnAverage = 64;  // bytes: a frame of nothing takes 10
constexpr std::size_t kDictionaryBytes = 16 << 10;
constexpr std::size_t kSampleBytesForOne = 8;  // of the dictionary: with fewer it learns by heart
constexpr unsigned long long kLongestValue = 1U << 20;
constexpr int kLevel = 3;

void require(std::size_t status, const char* what) {
  if (ZSTD_isError(status) != 0) throw WorldError(std::string(what) + ": " + ZSTD_getErrorName(status));
}

}  // namespace

struct ValueDictionary::Contexts {
  Contexts() : compressor(ZSTD_createCCtx()), decompressor(ZSTD_createDCtx()) {
    if (compressor == nullptr || decompressor == nullptr) throw std::bad_alloc();
  }
  Contexts(const Contexts&) = delete;
  Contexts& operator=(const Contexts&) = delete;
  ~Contexts() {
    ZSTD_freeCCtx(compressor);
    ZSTD_freeDCtx(decompressor);
  }

  ZSTD_CCtx* compressor;
  ZSTD_DCtx* decompressor;
  std::string frame;
};

std::string ValueDictionary::train(const std::vector<std::string_view>& values) {
  if (values.size() < kFewestSamples) return {};
  const std::size_t samples = std::min(values.size(), kMostSamples);
  std::string bytes;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < samples; ++i) {
    const std::string_view value = values[i * values.size() / samples];
    bytes += value;
    sizes.push_back(value.size());
  }
  if (bytes.size() < samples * kShortestOnAverage) return {};
  std::string dictionary(std::min(kDictionaryBytes, bytes.size() / kSampleBytesForOne), '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), bytes.data(), sizes.data(),
                                                 static_cast<unsigned>(samples));
  if (ZDICT_isError(size) != 0) return {};  // the samples have nothing in common
  dictionary.resize(size);
  return dictionary;
}

ValueDictionary::ValueDictionary(std::string_view bytes) : contexts_(std::make_unique<Contexts>()) {
  ZSTD_CCtx* compressor = contexts_->compressor;
  constexpr const char* what = "cannot use a dictionary of values";
  require(ZSTD_CCtx_setParameter(compressor, ZSTD_c_compressionLevel, kLevel), what);
  require(ZSTD_CCtx_setParameter(compressor, ZSTD_c_checksumFlag, 1), what);
  require(ZSTD_CCtx_setParameter(compressor, ZSTD_c_dictIDFlag, 0), what);  // it stands beside the value
  require(ZSTD_CCtx_loadDictionary(compressor, bytes.data(), bytes.size()), what);
  require(ZSTD_DCtx_loadDictionary(contexts_->decompressor, bytes.data(), bytes.size()), what);
}

ValueDictionary::ValueDictionary(ValueDictionary&&) noexcept = default;
ValueDictionary::~ValueDictionary() = default;

std::string_view ValueDictionary::compress(std::string_view value) {
  std::string& frame = contexts_->frame;
  frame.resize(std::max(frame.size(), ZSTD_compressBound(value.size())));
  const std::size_t size =
      ZSTD_compress2(contexts_->compressor, frame.data(), frame.size(), value.data(), value.size());
  require(size, "cannot compress a value");
  return std::string_view(frame).substr(0, size);
}

void ValueDictionary::decompress(std::string_view frame, std::string& value) {
  constexpr const char* what = "the state is damaged: a stored value cannot be read";
  const unsigned long long length = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (length > kLongestValue) throw WorldError(what);  // also what zstd answers for no frame at all
  value.resize(length);
  const std::size_t size =
      ZSTD_decompressDCtx(contexts_->decompressor, value.data(), value.size(), frame.data(), frame.size());
  require(size, what);
}

}  // namespace daicho
