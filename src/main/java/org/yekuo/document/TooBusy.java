package org.yekuo.document;

/** As many files as this machine can look into at once are being looked into (忙): the same again in a moment may be done. */
public final class TooBusy extends RuntimeException {

    public TooBusy() {
        super("As many files as can be looked into at once are being looked into.", null, false, false);
    }
}
