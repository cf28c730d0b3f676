package org.yekuo.web.staff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.yekuo.document.PublicAddress;
import org.yekuo.portal.SendingPapers;
import org.yekuo.portal.SendingPapers.Arrived;
import org.yekuo.regulation.ChecklistRow;
import org.yekuo.vocabulary.Actor;
import org.yekuo.web.internal.SquareCode;
import tools.jackson.databind.node.ObjectNode;

/** The square code on a clerk's page, and what the customer's telephone has sent to it (柜台扫码). */
@Component
class PhoneDesk {

    private final SendingPapers sending;
    private final PublicAddress publicly;

    PhoneDesk(SendingPapers sending, PublicAddress publicly) {
        this.publicly = publicly;
        this.sending = sending;
    }

    /** What the page shows of a link: its address as a square code, and what has come, by paper. */
    record Shown(String token, String address, SquareCode code, Map<String, Arrived> arrived) {}

    Shown show(String token, Actor clerk) {
        // Where nothing is set, the customer's telephone may be in the hall's network, and reach what the clerk's browser reached.
        var address = publicly.of("/open/send/" + token, () -> ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        return new Shown(token, address, SquareCode.of(address), latest(token, clerk));
    }

    Map<String, Arrived> latest(String token, Actor clerk) {
        var latest = new LinkedHashMap<String, Arrived>();
        sending.arrived(token, clerk).forEach(one -> latest.put(one.type(), one));
        return latest;
    }

    static List<SendingPapers.Item> items(List<ChecklistRow> rows) {
        return rows.stream().map(row -> new SendingPapers.Item(row.code(), row.name())).collect(Collectors.toMap(SendingPapers.Item::code, item -> item, (one, same) -> one, LinkedHashMap::new))
                .values().stream().toList();
    }

    /**
     * Puts what came into the papers of a form, unless the clerk has put another file there, or has taken off the list again what she had seen.
     *
     * @param seen how many files the form shows already
     */
    void merge(String token, Actor clerk, ObjectNode values, int seen) {
        var arrived = sending.arrived(token, clerk);
        var ids = arrived.stream().map(Arrived::fileId).collect(Collectors.toSet());
        var documents = values.withArray("documents");
        for (int i = 0; i < arrived.size(); i++) {
            var one = arrived.get(i);
            var ticked = documents.valueStream().filter(paper -> paper.path("type").asString("").equals(one.type())).map(ObjectNode.class::cast).findFirst();
            var row = ticked.isPresent() || i < seen ? ticked : Optional.of(documents.addObject().put("type", one.type()));
            row.filter(paper -> paper.path("fileId").asString("").isBlank() || ids.contains(paper.path("fileId").asString(""))).ifPresent(paper -> paper.put("fileId", one.fileId()));
        }
    }
}
