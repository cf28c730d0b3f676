package org.yekuo.vocabulary;

/**
 * Who does an act.
 *
 * @param id   staff number, or {@code customer:<case number>}, {@code agent:<case number>} or {@code system:<job>}
 * @param name as it is written into the ledger
 * @param kind whose act it is; a customer's own act may stop a clock, a clerk's alone may not
 */
public record Actor(String id, String name, Kind kind) {

    public enum Kind { STAFF, CUSTOMER, AGENT, SYSTEM }

    public static Actor staff(String id, String name) {
        return new Actor(id, name, Kind.STAFF);
    }

    /** The customer of a case, in that case. */
    public static Actor customer(CaseNo no, String name) {
        return new Actor("customer:" + no, name, Kind.CUSTOMER);
    }

    /** Whom the customer of a case has authorised (代理人), in that case. */
    public static Actor agent(CaseNo no, String name) {
        return new Actor("agent:" + no, name, Kind.AGENT);
    }

    public static Actor system(String job) {
        return new Actor("system:" + job, job, Kind.SYSTEM);
    }
}
