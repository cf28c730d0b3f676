package org.yekuo.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.TestDatabase;
import org.yekuo.document.LetterOrder;
import org.yekuo.document.PublicAddress;
import org.yekuo.document.Wording;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PackReader;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.json.JsonMapper;

/** The newest paper a template can be tried on is found by company and wording, however many newer ones others have. */
class SpecimensIT {

    private static final UnitCode CITY = new UnitCode("3401");
    private static final UnitCode COUNTY = new UnitCode("340121");
    private static final Pack PACK = PackReader.read(Path.of("src/main/resources/regulations/anhui-2008"));

    private static final Instant NOW = Instant.parse("2008-05-04T01:00:00Z");

    private final TestDatabase.Copy database = TestDatabase.copy();
    private final JdbcClient jdbc = JdbcClient.create(database.app());
    private final Content content = new Content(JsonMapper.builder().build());
    private final LetterRows letters = new LetterRows(jdbc, content);
    private final Specimens specimens = new Specimens(jdbc, content, new Typesetter(), new PublicAddress("", ""));

    @AfterEach
    void drop() {
        database.close();
    }

    private CaseNo contract(int n, UnitCode issuer, String variant, LocalDate day) {
        var no = CaseNo.of(CITY, n);
        var said = new TreeMap<String, Object>(Map.of("n", n));
        if (!variant.isEmpty()) {
            said.put("variant", variant);
        }
        letters.insert(new LetterOrder(no, new Wording("anhui-2008", issuer, false), "SUPPLY_CONTRACT", day, Actor.system("test"), said), "CODE" + n, NOW);
        return no;
    }

    private List<CaseNo> newest(String template, UnitCode... companies) {
        return specimens.newest(PACK, template, List.of(companies)).stream().map(Specimens.Said::caseNo).toList();
    }

    @Test
    void a_county_finds_its_own_behind_any_number_of_newer_ones_of_others_and_of_other_wordings() {
        var day = LocalDate.of(2008, 5, 4);
        var own = contract(1, COUNTY, "high-voltage", day);
        var plain = contract(2, COUNTY, "low-voltage", day.plusDays(1));
        for (int n = 10; n < 210; n++) {
            contract(n, CITY, "high-voltage", day.plusDays(n));
            contract(n + 1000, COUNTY, "resident", day.plusDays(n));
        }
        var newestOfCity = contract(5000, CITY, "high-voltage", day.plusDays(900));

        assertThat(newest("supply-contract.high-voltage", COUNTY)).containsExactly(own);
        assertThat(newest("supply-contract", COUNTY)).as("a wording without a template of its own").containsExactly(plain);
        assertThat(newest("supply-contract.high-voltage", COUNTY, CITY)).startsWith(newestOfCity).endsWith(own);
        assertThat(newest("supply-contract.temporary", COUNTY, CITY)).isEmpty();
        assertThat(newest("fee-notice", COUNTY, CITY)).isEmpty();
        assertThat(newest("receipt-acceptance", COUNTY, CITY)).isEmpty();
    }
}
