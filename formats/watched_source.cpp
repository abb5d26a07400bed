#include "formats/watched_source.hpp"

namespace daicho {

std::size_t WatchedSource::read(char* buffer, std::size_t size) {
  if (unreadable_ && ends_softly_) return 0;
  try {
    const std::size_t count = source_.read(buffer, size);
    bytes_given_ += count;
    return count;
  } catch (const DamagedInput& damage) {
    failure_ = std::current_exception();
    broken_off_ = damage.reason + " after " + std::to_string(damage.offset) + " bytes";
    throw;
  } catch (const WorldError& error) {
    failure_ = std::current_exception();
    broken_off_ = error.what();
    unreadable_ = true;
    if (!ends_softly_) throw;
    return 0;
  }
}

}  // namespace daicho
