package org.yekuo.document;

/** How the customer acknowledged (签收方式). */
public enum Signature {
    PAPER, SCREEN, PORTAL, ONE_TIME_CODE,
    /** She would not sign; two named witnesses say so (拒签留置). */
    REFUSED_BEFORE_WITNESSES;

    /** In what manner a paper acknowledged like this was served by the same act. */
    public ServiceManner service() {
        return switch (this) {
            case PAPER, SCREEN -> ServiceManner.COUNTER;
            case PORTAL -> ServiceManner.PORTAL_READ;
            case ONE_TIME_CODE -> ServiceManner.SMS;
            case REFUSED_BEFORE_WITNESSES -> ServiceManner.ON_SITE;
        };
    }
}
