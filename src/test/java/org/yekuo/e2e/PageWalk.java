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
    @SuppressWarnings("unchecked")
    public Reply apply(Map<String, Object> form) {
        var clerk = at("cf.kf1").open("/work/intake");
        var said = new LinkedHashMap<>(form);
        var papers = (List<Map<String, Object>>) said.remove("documents");
        clerk.fill("", said);
        clerk.page.click("button[name=_preview]");
        papers.forEach(paper -> {
            clerk.page.check("[id='tick-" + paper.get("type") + "']");
            var at = clerk.page.getAttribute("[id='tick-" + paper.get("type") + "']", "name").replace(".type", "");
            clerk.page.locator("details.paper[id='" + at + "']").evaluate("e => e.open = true");
            clerk.fill(at, Map.of("number", paper.get("number"), "original", paper.get("original")));
        });
        clerk.page.click(".stage-form .btn-primary");
        assertThat(clerk.page.url()).as(clerk.text()).contains("/work/cases/");
        no = clerk.page.url().replaceAll(".*/work/cases/(\\d+).*", "$1");
        return now(clerk);
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
