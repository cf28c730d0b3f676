package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yekuo.scenario.Office;
import org.yekuo.scenario.Office.Reply;
import org.yekuo.scenario.Walk;

/** A case walked through the pages: whoever does an act signs in at a browser, fills the form and presses the button. */
final class PageWalk extends Walk implements AutoCloseable {

    private final int port;
    private final Map<String, Visitor> people = new HashMap<>();

    PageWalk(Office office, int port) {
        super(office);
        this.port = port;
    }

    Visitor at(String login) {
        return people.computeIfAbsent(login, who -> new Visitor(port, false).signIn(who));
    }

    @Override
    public Reply apply(Map<String, Object> form) {
        var clerk = at("cf.kf1").open("/work/intake");
        fillIn(clerk, form);
        clerk.page.click(".stage-form .btn-primary");
        assertThat(clerk.page.url()).as(clerk.text()).contains("/work/cases/");
        no = clerk.page.url().replaceAll(".*/work/cases/(\\d+).*", "$1");
        return now(clerk);
    }

    /** Fills the form of an application, then ticks its papers off the list that follows from it. */
    @SuppressWarnings("unchecked")
    private static void fillIn(Visitor who, Map<String, Object> form) {
        var said = new LinkedHashMap<>(form);
        var papers = (List<Map<String, Object>>) said.remove("documents");
        who.fill("", said);
        who.page.click("button[name=_preview]");
        papers.forEach(paper -> {
            who.page.check("[id='tick-" + paper.get("type") + "']");
            var at = who.page.getAttribute("[id='tick-" + paper.get("type") + "']", "name").replace(".type", "");
            who.page.locator("details.paper[id='" + at + "']").evaluate("e => e.open = true");
            who.fill(at, Map.of("number", paper.get("number"), "original", paper.get("original")));
        });
    }

    /** The customer applies over the web with a code sent to her telephone, and a clerk accepts what she sent. */
    void applyOnline(Visitor customer, String unit) {
        var form = new LinkedHashMap<>(resident());
        form.keySet().removeAll(List.of("hall", "channel"));
        form.put("unit", unit);
        customer.open("/open/apply");
        fillIn(customer, form);
        customer.page.click(".stage-form .btn-primary");
        assertThat(customer.page.locator("#faults").innerText()).contains("验证码");
        customer.page.click("button[name=_send]");
        assertThat(customer.text()).contains("验证码已发出");
        customer.shot("apply-phone");
        try (var telephone = new Visitor(port, true)) {
            customer.page.fill("#_code", telephone.open("/open/texts").page.locator("main li").first().innerText().replaceAll("(?s).*验证码 (\\d{6}).*", "$1"));
        }
        customer.page.click(".stage-form .btn-primary");
        assertThat(customer.page.url()).as(customer.text()).endsWith("/open/case?done=applied");
        no = customer.text().replaceAll("(?s).*?(\\d{14}).*", "$1");
        var clerk = at("cf.kf1").open("/work/cases/" + no + "/stages/acceptance");
        assertThat(clerk.page.content()).as("the papers she sent").contains("PROPERTY_CERT-1");
        clerk.fill("result", Map.of("guideHandedOver", "true")).fill("", Map.of("service", Map.of("manner", "SMS"))).page.click(".stage-form .btn-primary");
        done(clerk);
    }

    @Override
    public Reply submit(String login, String stage, int round, Map<String, Object> result, Map<String, Object> more) {
        var person = at(login).open("/work/cases/" + no + "/stages/" + stage);
        person.fill("result", result).fill("", more);
        person.page.click(".stage-form .btn-primary");
        return done(person);
    }

    @Override
    public Reply opine(String login, String stage, String part, int round, String opinion) {
        var person = at(login).open("/work/cases/" + no + "/stages/" + stage);
        person.page.locator("form[action$='/parts/" + part + "'] button[value=" + opinion + "]").click();
        return done(person);
    }

    @Override
    public Reply request(String stage, List<String> papers) {
        var clerk = at("cf.kf1").open("/work/cases/" + no + "/acts/request?of=" + stage);
        papers.stream().filter(paper -> clerk.page.locator("[name='documents[]'][value='" + paper + "']").count() > 0)
                .forEach(paper -> clerk.page.check("[name='documents[]'][value='" + paper + "']"));
        clerk.page.click(".stage-form .btn-primary");
        return done(clerk);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Reply act(String login, String path, Object body) {
        var steps = path.split("/");
        var person = at(login).open("/work/cases/" + no + "/acts/" + steps[steps.length - 1] + (steps.length > 2 ? "?of=" + steps[2] : ""));
        person.fill("", (Map<String, Object>) body);
        person.page.click(".stage-form .btn-primary");
        return done(person);
    }

    private Reply done(Visitor person) {
        assertThat(person.page.url()).as(person.text()).contains("?done=");
        return now(person);
    }

    /** How the case stands, as the REST contract has it. */
    private Reply now(Visitor person) {
        assertThat(person.page.locator(".done").count()).isEqualTo(1);
        return office.get("cf.jl1", "/cases/" + no);
    }

    @Override
    public void close() {
        people.values().forEach(Visitor::close);
    }
}
