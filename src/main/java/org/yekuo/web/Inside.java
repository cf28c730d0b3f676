package org.yekuo.web;

import java.util.regex.Pattern;

/** Where a page may lead back to: this program, nowhere else. */
public final class Inside {

    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private Inside() {}

    /** {@code wanted} if it is a path of this program, else {@code otherwise}. */
    public static String path(String wanted, String otherwise) {
        return PATH.matcher(wanted).matches() ? wanted : otherwise;
    }
}
