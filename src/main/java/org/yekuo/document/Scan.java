package org.yekuo.document;

/** What the virus scanner says of a file (病毒扫描). */
public enum Scan {
    /** No scanner was on when it came. */
    OFF,
    /** In quarantine (隔离): the scanner has not answered yet. */
    WAITING, CLEAN,
    /** Something was found in it. */
    FOUND;

    /** Whether the file may be shown and used. */
    public boolean usable() {
        return switch (this) {
            case OFF, CLEAN -> true;
            case WAITING, FOUND -> false;
        };
    }
}
