package org.yekuo.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.Acting;
import org.yekuo.casework.internal.AttachingFiles;
import org.yekuo.casework.internal.Desk;
import org.yekuo.casework.internal.Duties;
import org.yekuo.casework.internal.GreenChannel;
import org.yekuo.casework.internal.GreenGrant;
import org.yekuo.casework.internal.GreenStore;
import org.yekuo.casework.internal.LedgerJson;
import org.yekuo.casework.internal.ledger.EventKind;
import org.yekuo.casework.internal.ledger.Signals;
import org.yekuo.regulation.ReasonRow;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.Violation;

/**
 * Grants a green channel (绿色通道, 细则 2.1; 抢险救灾先送电后补手续): before acceptance or later, but before power is on. Whoever the pack names may, with a
 * reason the pack names and evidence. Stages passed over for want of it are judged again; what may follow, and until when, are rows of the pack.
 */
@Component
public class GrantingGreenChannel {

    private static final String SUBJECT = "GREEN_CHANNEL";

    private final Acting acting;
    private final Duties duties;
    private final GreenStore store;
    private final LedgerJson json;
    private final AttachingFiles attaching;

    GrantingGreenChannel(Acting acting, Duties duties, GreenStore store, LedgerJson json, AttachingFiles attaching) {
        this.acting = acting;
        this.duties = duties;
        this.store = store;
        this.json = json;
        this.attaching = attaching;
    }

    public Answer<Acted> grant(CaseNo no, String reason, @Nullable String note, List<SuspendingCase.Proof> evidence, Actor actor) {
        return acting.on(no, actor, desk -> {
            var approver = desk.file.pack.approvalFor(SUBJECT, desk.file.facts);
            if (approver.isEmpty()) {
                return Answer.invalid(List.of(Violation.of("casework.no-green-channel", desk.file.pack.name().zh())));
            }
            var forbidden = duties.mayApprove(desk, approver.get(), "绿色通道");
            if (!forbidden.isEmpty()) {
                return Answer.refused(new Refusal(Refusal.Kind.FORBIDDEN, forbidden));
            }
            if (desk.file.facts.isTrue(GreenChannel.FACT)) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.green-already"));
            }
            var energised = new Signals(desk.file).day("energisation.passed", 0);
            if (energised.isPresent()) {
                return Answer.refused(Refusal.Kind.CONFLICT, Violation.of("casework.green-too-late", energised.get()));
            }
            var wrong = check(desk, reason, evidence);
            if (!wrong.isEmpty()) {
                return Answer.invalid(wrong);
            }
            grant(desk, new GreenGrant(actor.id(), actor.name(), desk.moment.today(), reason, note, json.write(evidence)));
            return desk.done();
        });
    }

    private List<Violation> check(Desk desk, String reason, List<SuspendingCase.Proof> evidence) {
        var wrong = new ArrayList<Violation>();
        if (desk.file.pack.reason(ReasonRow.Use.GREEN_CHANNEL, reason).isEmpty()) {
            wrong.add(Violation.at("reason", "casework.no-such-reason", reason, String.join("、", desk.file.pack.reasons().stream()
                    .filter(row -> row.use() == ReasonRow.Use.GREEN_CHANNEL).map(row -> row.code() + " " + row.name().zh()).toList())));
        }
        wrong.addAll(attaching.attachProofs(desk, evidence));
        return wrong;
    }

    private void grant(Desk desk, GreenGrant grant) {
        var file = desk.file;
        store.insert(file.no, grant);
        var data = new TreeMap<String, Object>(Map.of("reason", grant.reason(), "evidence", grant.evidenceJson()));
        if (grant.note() != null) {
            data.put("note", grant.note());
        }
        file.record(desk.moment, EventKind.GREEN_CHANNEL_GRANTED, data);
        file.facts = file.facts.with(GreenChannel.FACT, true);
        desk.moves().judgeAgain(GreenChannel.FACT);
        // Every open part moves to the head of the worklist.
        file.runs.forEach(run -> run.dirty = true);
        desk.message("green-channel.granted", Map.of("by", grant.by(), "reason", grant.reason()));
    }
}
