package org.yekuo.document;

/** What kinds of file are taken in; plain text is not, for nobody signs or stamps it. */
public enum FileKind {
    PDF, JPEG, PNG, DOCX, XLSX,
    /** AutoCAD drawing (施工图), kept unopened. */
    DWG,
    /** Drawing exchange format, kept unopened. */
    DXF
}
