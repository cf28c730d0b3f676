package org.yekuo.bench.engine;

import java.util.List;

/**
 * The case all of them carry: a shop at low voltage under the rules of 2008 (低压非居民新装), from application to archive. Twelve stages are closed; the contract
 * goes beside inspection, metering and energising, the call-back beside billing. Five colleagues give their opinion, the customer signs once and asks once.
 */
final class CaseShape {

    /** An act of a person: a user task of an engine; {@code stage} when it closes one. */
    record Act(String key, String role, int days, boolean stage) {}

    static final List<Act> ACTS = List.of(
            new Act("acceptance", "SERVICE_REP", 1, true),
            new Act("dispatch", "EXPANSION_SPECIALIST", 1, true),
            new Act("survey", "SURVEYOR", 2, true),
            new Act("plan_draft", "SURVEYOR", 1, true),
            new Act("plan_reply", "ACCOUNT_MANAGER", 1, true),
            new Act("plan_signature", "SERVICE_REP", 5, false),
            new Act("contract_draft", "ACCOUNT_MANAGER", 3, false),
            new Act("contract", "ACCOUNT_MANAGER", 3, true),
            new Act("inspection_request", "SERVICE_REP", 5, false),
            new Act("inspection_metering", "METER_INSTALLER", 2, false),
            new Act("completion_inspection", "INSPECTOR", 2, true),
            new Act("metering_issue", "ASSET_KEEPER", 1, false),
            new Act("metering_verify", "METER_VERIFIER", 1, false),
            new Act("metering", "METER_INSTALLER", 2, true),
            new Act("energisation", "METER_INSTALLER", 2, true),
            new Act("callback", "CALLBACK_AGENT", 2, true),
            new Act("billing_reading", "READING_CLERK", 2, false),
            new Act("billing", "BILLING_CLERK", 2, true),
            new Act("archive", "ARCHIVIST", 10, true));

    static final int STAGES = (int) ACTS.stream().filter(Act::stage).count();

    /** What stands between the acts in BPMN; a fork and its join are {@code fork_x} and {@code join_x}. */
    static final List<String> FLOWS = List.of(
            "start dispatch", "dispatch survey", "survey plan_draft", "plan_draft plan_reply", "plan_reply plan_signature", "plan_signature fork_works",
            "fork_works contract_draft", "contract_draft contract", "contract join_works",
            "fork_works inspection_request", "inspection_request inspection_metering", "inspection_metering completion_inspection", "completion_inspection fork_meter",
            "fork_meter metering_issue", "fork_meter metering_verify", "metering_issue join_meter", "metering_verify join_meter", "join_meter metering",
            "metering energisation", "energisation fork_after", "fork_after callback", "callback join_after", "fork_after billing_reading", "billing_reading billing",
            "billing join_after", "join_after join_works", "join_works archive", "archive end");

    private CaseShape() {}

    static Act act(String key) {
        return ACTS.stream().filter(act -> act.key().equals(key)).findFirst().orElseThrow();
    }

    /** The process for an engine whose extensions have the prefix {@code vendor}; acceptance is the start itself, which spares the engine a task. */
    static String bpmn(String vendor, String namespace, String listener) {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:%1$s="%2$s" targetNamespace="bench">
                <process id="shop" isExecutable="true">
                <startEvent id="start"/><endEvent id="end"/>
                """.formatted(vendor, namespace));
        ACTS.stream().skip(1).forEach(act -> text.append("""
                <userTask id="%1$s" name="%1$s" %2$s:candidateGroups="340121-%3$s" %2$s:dueDate="${due_%4$d}">
                <extensionElements><%2$s:taskListener event="create" class="%5$s"/></extensionElements></userTask>
                """.formatted(act.key(), vendor, act.role(), act.days(), listener)));
        for (var gate : List.of("works", "meter", "after")) {
            text.append("<parallelGateway id=\"fork_%1$s\"/><parallelGateway id=\"join_%1$s\"/>\n".formatted(gate));
        }
        for (int i = 0; i < FLOWS.size(); i++) {
            var ends = FLOWS.get(i).split(" ");
            text.append("<sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>\n".formatted(i, ends[0], ends[1]));
        }
        return text.append("</process></definitions>").toString();
    }
}
