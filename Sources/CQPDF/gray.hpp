#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/* Appends the painting commands to `out`, neutral RGB as grey. Text in the invisible ink (CQPDF.h) is not painted. A path filled with the n-th marker colour (CQPDF.h) gives
 * way to the n-th of the insertions. */
void neutralAsGray(
    const uint8_t *commands, size_t count, std::vector<uint8_t> &out, const std::vector<std::string> &insertions = {});
