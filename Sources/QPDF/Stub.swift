// QPDF
