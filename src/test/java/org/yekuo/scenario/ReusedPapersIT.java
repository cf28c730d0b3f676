package org.yekuo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Office.Reply;

/** What the customer's file holds and is valid is not asked for again (不得重复索取, domain §4.6). */
class ReusedPapersIT extends Day {

    private Reply applies(String number, String address, List<Map<String, Object>> documents) {
        var form = walk.resident();
        form.put("applicant", Map.of("name", "沿用客户", "idType", "RESIDENT_ID", "idNumber", number, "phone", "13955107788"));
        form.put("premises", Map.of("address", address));
        form.put("documents", documents);
        return walk.apply(form).mustSucceed();
    }

    @Test
    void an_identity_card_of_an_earlier_case_is_taken_over_while_it_is_valid_and_only_then() {
        office.day("2008-06-24");
        var number = Numbers.resident();
        var scan = office.upload("cf.kf1", "identity card " + number);
        assertThat(applies(number, "长丰县水湖镇沿用路1号", List.of(Map.of("type", "PROPERTY_CERT", "original", true),
                Map.of("type", "OWNER_ID", "original", true, "number", number, "validUntil", "2008-07-31", "fileId", scan))).caseStatus()).isEqualTo("ACCEPTED");
        var first = walk.no;

        office.day("2008-07-31");
        var again = applies(number, "长丰县水湖镇沿用路2号", List.of(Map.of("type", "PROPERTY_CERT", "original", true)));
        assertThat(again.caseStatus()).as("still valid on its last day").isEqualTo("ACCEPTED");
        var index = office.get("cf.jl1", "/cases/" + walk.no + "/archive/index").body();
        var card = index.path("items").valueStream().filter(item -> item.path("kind").asString().equals("OWNER_ID")).findFirst().orElseThrow();
        assertThat(card.path("fileId").asString()).isEqualTo(scan);
        assertThat(first).isNotEqualTo(walk.no);

        office.day("2008-08-01");
        var late = applies(number, "长丰县水湖镇沿用路3号", List.of(Map.of("type", "PROPERTY_CERT", "original", true)));
        assertThat(late.caseStatus()).as("run out").isEqualTo("INCOMPLETE");
        assertThat(applies(Numbers.resident(), "长丰县水湖镇沿用路4号", List.of(Map.of("type", "PROPERTY_CERT", "original", true))).caseStatus())
                .as("somebody else").isEqualTo("INCOMPLETE");
    }

    @Test
    void a_paper_that_runs_out_before_the_supply_is_wished_for_is_said_at_once() {
        office.day("2008-06-24");
        var form = walk.resident();
        form.put("requiredBy", "2008-08-01");
        form.put("documents", List.of(Map.of("type", "PROPERTY_CERT", "original", true), Map.of("type", "OWNER_ID", "original", true, "validUntil", "2008-07-15", "holder", "王大明")));
        var applied = walk.apply(form).mustSucceed();
        assertThat(applied.caseStatus()).isEqualTo("ACCEPTED");
        assertThat(applied.body().path("warnings").toString()).contains("2008-07-15");
    }
}
