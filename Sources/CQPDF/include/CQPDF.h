/* The few calls of qpdf (a C++ library) that the QPDF room needs, in C. */
#pragma once
