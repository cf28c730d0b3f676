package org.yekuo.document;

/** How a receipt or reply reached the customer (送达方式). */
public enum ServiceManner {
    /** Handed over at the counter (营业厅). */
    COUNTER,
    /** Read in the portal (门户已读). */
    PORTAL_READ,
    /** Delivered text message (短信送达). */
    SMS,
    /** Registered post (挂号信). */
    REGISTERED_POST,
    /** Handed over, or left before witnesses, on the spot (现场). */
    ON_SITE
}
