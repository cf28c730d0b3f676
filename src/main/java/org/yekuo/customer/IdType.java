package org.yekuo.customer;

/** What identifies a customer (证件类型). */
public enum IdType {

    /** Resident identity card (居民身份证), GB 11643: 18 characters. */
    RESIDENT_ID,
    /** Business licence of before 2015 (营业执照注册号), GS 15: 15 digits. */
    BUSINESS_LICENSE,
    /** Unified social credit code (统一社会信用代码), GB 32100: 18 characters. */
    USCC,
    /** Organisation code (组织机构代码), GB 11714: eight characters and one check character. */
    ORG_CODE,
    /** Passport (护照). */
    PASSPORT,
    /** Household register (户口簿); its number is the identity number of the person entered in it. */
    HOUSEHOLD_BOOK,
    /** Military officer's card (军官证). */
    MILITARY_ID,
    /** Anything else a checklist accepts. */
    OTHER;

    /** Whether it identifies a person rather than an organisation. */
    public boolean isPersonal() {
        return switch (this) {
            case RESIDENT_ID, PASSPORT, HOUSEHOLD_BOOK, MILITARY_ID -> true;
            case BUSINESS_LICENSE, USCC, ORG_CODE, OTHER -> false;
        };
    }
}
