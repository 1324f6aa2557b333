#pragma once
#include <unicode/udat.h>
