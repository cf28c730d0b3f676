package org.yekuo.customer.internal;

/** The cipher this room needs: encryption bound to a place, and a keyed digest for equality. */
interface Sealing {

    byte[] seal(String clear, String place);

    String open(byte[] sealed, String place);

    byte[] digest(String value);
}
