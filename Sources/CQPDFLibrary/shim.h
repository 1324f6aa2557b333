#pragma once
/* The library is C++; only the CQPDF target includes its headers. */
