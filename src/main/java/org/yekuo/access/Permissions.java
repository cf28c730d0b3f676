package org.yekuo.access;

import static org.yekuo.organisation.Role.ACCOUNT_MANAGER;
import static org.yekuo.organisation.Role.AREA_MANAGER;
import static org.yekuo.organisation.Role.CALLBACK_AGENT;
import static org.yekuo.organisation.Role.EXPANSION_SPECIALIST;
import static org.yekuo.organisation.Role.INSPECTOR;
import static org.yekuo.organisation.Role.MARKETING_HEAD;
import static org.yekuo.organisation.Role.SERVICE_CENTRE_HEAD;
import static org.yekuo.organisation.Role.SERVICE_REP;
import static org.yekuo.organisation.Role.SURVEYOR;

import java.util.EnumSet;
import java.util.Set;
import org.yekuo.organisation.Role;

/** Which roles may do which act on a case: the one place where this stands. */
public final class Permissions {

    private Permissions() {}

    /** The roles, in a unit that has to do with the case, whose holders may do an act. */
    public static Set<Role> rolesFor(CaseAct act) {
        return switch (act) {
            case REGISTER -> EnumSet.of(SERVICE_REP, ACCOUNT_MANAGER, CALLBACK_AGENT, AREA_MANAGER);
            case REQUEST, SERVE, ACKNOWLEDGE, CONFIRM_PAPERS -> EnumSet.of(SERVICE_REP, ACCOUNT_MANAGER, AREA_MANAGER);
            case SEND_BACK -> EnumSet.of(ACCOUNT_MANAGER, EXPANSION_SPECIALIST, SERVICE_CENTRE_HEAD, MARKETING_HEAD);
            case SUSPEND, RESUME, WITHDRAW, EXTEND_LIMIT, EXPLAIN_DELAY -> EnumSet.of(SERVICE_REP, ACCOUNT_MANAGER, SERVICE_CENTRE_HEAD);
            case CONFIRM_SUSPENSION, TERMINATE, DECIDE_LATE_ENTRY -> EnumSet.of(SERVICE_CENTRE_HEAD, MARKETING_HEAD);
            case CORRECT, LOG_CONTACT, HAND_IN_PAPERS -> EnumSet.of(SERVICE_REP, ACCOUNT_MANAGER, SURVEYOR, EXPANSION_SPECIALIST, INSPECTOR, SERVICE_CENTRE_HEAD,
                    MARKETING_HEAD, AREA_MANAGER, CALLBACK_AGENT, Role.METER_INSTALLER, Role.BILLING_CLERK, Role.ARCHIVIST, Role.DISTRIBUTION);
            case EXPORT_FILE -> EnumSet.of(Role.ARCHIVIST, ACCOUNT_MANAGER, SERVICE_CENTRE_HEAD, MARKETING_HEAD);
            case IMPORT -> EnumSet.of(Role.ADMINISTRATOR, MARKETING_HEAD);
            case TEMPORARY_SUPPLY -> EnumSet.of(ACCOUNT_MANAGER, SERVICE_REP, SERVICE_CENTRE_HEAD);
            case APPOINT -> EnumSet.of(EXPANSION_SPECIALIST, SERVICE_CENTRE_HEAD, MARKETING_HEAD, SERVICE_REP, ACCOUNT_MANAGER, AREA_MANAGER, SURVEYOR, INSPECTOR,
                    Role.METER_INSTALLER);
            case ANSWER_APPOINTMENT -> EnumSet.of(EXPANSION_SPECIALIST, SERVICE_CENTRE_HEAD, MARKETING_HEAD, SERVICE_REP, ACCOUNT_MANAGER, AREA_MANAGER, SURVEYOR,
                    INSPECTOR, CALLBACK_AGENT, Role.METER_INSTALLER, Role.METER_VERIFIER, Role.DISTRIBUTION, Role.DISPATCHER, Role.RELAY_PROTECTION, Role.PLANNER,
                    Role.PRODUCTION);
            case URGE -> EnumSet.of(EXPANSION_SPECIALIST, SERVICE_CENTRE_HEAD, MARKETING_HEAD, Role.COMPANY_LEADER, Role.PROVINCE_MARKETING, Role.SUPERVISOR, CALLBACK_AGENT);
            case SUPERVISE -> EnumSet.of(SERVICE_CENTRE_HEAD, MARKETING_HEAD, Role.COMPANY_LEADER, Role.PROVINCE_MARKETING, Role.SUPERVISOR);
            // Whoever was urged answers; whether it was she, the answer itself asks.
            case ANSWER_URGING -> EnumSet.allOf(Role.class);
            case ANSWER_SUPERVISION -> EnumSet.of(SERVICE_CENTRE_HEAD, MARKETING_HEAD, ACCOUNT_MANAGER);
            case TRANSFER, ANSWER_TRANSFER, ASSIGN -> EnumSet.of(EXPANSION_SPECIALIST, SERVICE_CENTRE_HEAD, MARKETING_HEAD);
        };
    }

    /** What an agent may do for the customer under a letter of authority (授权委托书): bring papers. To ask, to sign and to withdraw stays hers. */
    public static boolean agentMay(CaseAct act) {
        return act == CaseAct.HAND_IN_PAPERS;
    }

    /** What the customer may do herself in her own case. */
    public static boolean customerMay(CaseAct act) {
        return switch (act) {
            case REQUEST, SUSPEND, RESUME, WITHDRAW, ACKNOWLEDGE, EXTEND_LIMIT, HAND_IN_PAPERS, CONFIRM_PAPERS, ANSWER_APPOINTMENT, URGE -> true;
            case REGISTER, SEND_BACK, CONFIRM_SUSPENSION, TERMINATE, CORRECT, LOG_CONTACT, SERVE, ASSIGN, DECIDE_LATE_ENTRY, EXPLAIN_DELAY,
                    TRANSFER, ANSWER_TRANSFER, EXPORT_FILE, IMPORT, TEMPORARY_SUPPLY, APPOINT,
                    ANSWER_URGING, SUPERVISE, ANSWER_SUPERVISION -> false;
        };
    }
}
