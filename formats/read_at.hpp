// Reading at a place of an open file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace daicho {

/// Reads bytes from `offset` on, and answers how many: fewer than asked for only where the file ends. Nothing on an
/// error, which errno tells. Several threads may read one file at once.
std::optional<std::size_t> read_at(int fd, std::uint64_t offset, std::span<std::byte> bytes);

}  // namespace daicho
