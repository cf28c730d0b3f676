package org.yekuo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yekuo.scenario.Day;
import tools.jackson.databind.json.JsonMapper;

/** What is open to everybody, and what browsers are told. */
class OpenDoorsIT extends Day {

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void the_front_page_and_the_browsable_api_may_load_nothing_from_elsewhere() throws Exception {
        var front = get("/");
        assertThat(front.statusCode()).isEqualTo(200);
        assertThat(front.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'; img-src 'self' data:;"));
        var page = get("/swagger-ui/index.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void the_document_names_every_schema_it_refers_to_and_every_act_asks_for_a_key() throws Exception {
        var text = get("/v3/api-docs").body();
        var document = JsonMapper.builder().build().readTree(text);
        Pattern.compile("#/components/schemas/([A-Za-z0-9_.]+)").matcher(text).results()
                .forEach(found -> assertThat(document.path("components").path("schemas").has(found.group(1))).as(found.group(1)).isTrue());
        var submit = document.path("paths").path("/api/v1/cases/{no}/stages/{stage}").path("post");
        assertThat(submit.path("parameters").valueStream().map(parameter -> parameter.path("name").asString())).contains("Idempotency-Key");
        assertThat(submit.path("requestBody").toString()).contains("round");
    }

    @Test
    void the_regulation_is_open_with_its_clauses_and_evaluates_given_facts_or_says_all_that_is_wrong_with_them() throws Exception {
        for (var part : new String[] {"procedures", "limits", "checklists", "approvals", "fees", "metering", "contracts", "tables", "separations", "reasons"}) {
            var response = get("/api/v1/regulations/anhui-2008/" + part);
            assertThat(response.statusCode()).as(part).isEqualTo(200);
            assertThat(response.body()).as(part).contains("clause");
        }
        assertThat(get("/api/v1/regulations/anhui-2008/evaluate?business=NEW_INSTALL&nature=INDUSTRIAL&phaseKind=THREE&loadBasis=KVA&capacityKva=630&demandKw=567&area=COUNTY")
                .body()).contains("\"HV\"").contains("high-voltage").contains("MARKETING_HEAD");
        var wrong = get("/api/v1/regulations/anhui-2008/evaluate?colour=red&capacityKva=-1&nature=CHEESE");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("colour").contains("capacityKva").contains("CHEESE");
        assertThat(get("/api/v1/regulations/atlantis-1900/limits").statusCode()).isEqualTo(404);
    }
}
