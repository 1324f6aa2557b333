#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/* Appends the painting commands to `out`, neutral RGB as grey. */
void neutralAsGray(const uint8_t *commands, size_t count, std::vector<uint8_t> &out);
