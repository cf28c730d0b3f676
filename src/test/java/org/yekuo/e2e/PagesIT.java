package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.scenario.Day;
import org.yekuo.scenario.Numbers;

/** Every page, on a wide screen and in both languages on a phone: nothing serious for axe, nothing for the browser to complain of. */
class PagesIT extends Day {

    private static final long FIRST = 300_000;
    private static final long AGAIN = 30_000;

    private static final String SIGN_ON_SCREEN = "sign-on-screen";

    private static final Map<String, String> OPEN = Map.of("home", "/", "regulation", "/open/regulation", "mine", "/open/mine?business=NEW_INSTALL&nature=INDUSTRIAL&capacity=630&in=KVA&phase=THREE",
            "track", "/open/track", "sign-in", "/sign-in", "apply", "/open/apply", "texts", "/open/texts", "guide", "/open/guide", "verify", "/verify");

    @Autowired JdbcClient jdbc;

    private Map<String, String> work() {
        var pages = new LinkedHashMap<>(Map.of("work", "/work", "work-team", "/work?view=team", "intake", "/work/intake", "risk", "/work/risk?show=open", "case", "/work/cases/" + walk.no,
                "survey", "/work/cases/" + walk.no + "/stages/survey"));
        pages.putAll(Map.of("calendar", "/work/calendar?week=2008-06-25&unit=340121", "day-sheet", "/work/calendar/day?day=2008-06-25&unit=340121", "crews", "/work/crews/340121",
                "place", "/work/cases/" + walk.no + "/visits/survey?crew=340121-kc1&day=2008-12-25&slot=MORNING", "appointment", "/work/cases/" + walk.no + "/appointments/1",
                "call", "/work/cases/" + walk.no + "/call", "connecting", "/work/connecting?show=coming", "one-visit", "/work/cases/" + walk.no + "/one-visit"));
        pages.put("case-file", "/work/cases/" + walk.no + "/file");
        pages.put("case-phone", "/work/cases/" + walk.no + "/phone");
        pages.put("limits", "/work/cases/" + walk.no + "/limits");
        for (var page : new String[] {"supervision", "notices", "risk/load", "risk/review", "indicators", "indicators/cases"}) {
            pages.put(page.replace('/', '-'), "/work/" + page);
        }
        for (var act : new String[] {"contact", "documents", "suspension", "send-back", "withdrawal"}) {
            pages.put("act-" + act, "/work/cases/" + walk.no + "/acts/" + act);
        }
        return pages;
    }

    @Test
    void open_pages_keep_nobody_out() {
        office.day("2024-07-01");
        check(OPEN, stranger -> { });
    }

    @Test
    void the_pages_of_the_workbench_keep_nobody_out() {
        office.day("2008-06-24");
        walk.apply(walk.resident()).mustSucceed();
        walk.dispatch("2008-06-25").mustSucceed();
        check(work(), "cf.jl1");
    }

    @Test
    void the_pages_of_administration_keep_nobody_out() {
        office.day("2008-06-24");
        check(Map.of("admin-unit", "/work/admin/units/340121", "admin-staff", "/work/admin/staff?role=SURVEYOR", "admin-person", "/work/admin/staff/340121-kc1", "me", "/work/me"), "cf.gl1");
        check(Map.of("admin", "/work/admin", "admin-units", "/work/admin/units", "admin-calendar", "/work/admin/calendar?year=2008", "admin-packs", "/work/admin/packs",
                "styleguide", "/styleguide"), "sheng.gl1");
    }

    @Test
    void the_pages_on_which_papers_are_signed_looked_up_and_tried_keep_nobody_out() {
        office.day("2008-06-24");
        var form = walk.resident();
        form.put("applicant", Map.of("name", "王小明", "idType", "RESIDENT_ID", "idNumber", Numbers.resident(), "phone", "13855103361"));
        walk.apply(form).mustSucceed();
        var code = jdbc.sql("select code from paper_print where case_no = ? and shelf = 'RECEIPT' and no = 1").param(walk.no).query(String.class).single();
        check(Map.of("verified", "/verify/" + code, "verified-not", "/verify/23456789ABCD"), stranger -> { });
        check(Map.of("sign-by-code", "/open/case/receipts/1/code"), customer -> {
            customer.open("/open/track").page.fill("#no", walk.no);
            customer.page.fill("#tail", "3361");
            customer.page.click("main .btn-primary");
        });
        check(Map.of(SIGN_ON_SCREEN, "/work/cases/" + walk.no + "/acts/acknowledgement?of=1"), clerk -> clerk.signIn("cf.kf1"));
        check(Map.of("letter-none-yet", "/work/admin/packs/anhui-2008/letters/formalities-completed"), administrator -> administrator.signIn("fd.gl1"));
    }

    @Test
    void pages_are_light() {
        office.day("2008-06-24");
        walk.apply(walk.resident()).mustSucceed();
        var heavy = new ArrayList<String>();
        for (var path : new String[] {"/", "/open/regulation", "/open/apply", "/open/track"}) {
            try (var visitor = new Visitor(port, false)) {
                heavier(heavy, "first " + path, visitor.weigh(path), FIRST);
                heavier(heavy, "again " + path, visitor.weigh(path), AGAIN);
            }
        }
        try (var clerk = new Visitor(port, false)) {
            clerk.signIn("cf.jl1");
            for (var name : new String[] {"work", "case", "survey", "intake", "risk"}) {
                heavier(heavy, name, clerk.weigh(work().get(name)), AGAIN);
            }
        }
        assertThat(heavy).isEmpty();
    }

    private static void heavier(List<String> heavy, String what, long bytes, long most) {
        if (bytes > most) {
            heavy.add(what + " weighs " + bytes);
        }
    }

    private void check(Map<String, String> pages, String login) {
        check(pages, visitor -> visitor.signIn(login));
    }

    /** @param enter what a visitor does first */
    private void check(Map<String, String> pages, Consumer<Visitor> enter) {
        var found = new ArrayList<String>();
        for (boolean phone : new boolean[] {false, true}) {
            try (var visitor = new Visitor(port, phone)) {
                enter.accept(visitor);
                // English runs longer: what holds on a phone holds on a wide screen.
                for (var language : phone ? List.of("zh-CN", "en") : List.of("zh-CN")) {
                    pages.forEach((name, path) -> {
                        visitor.open(path);
                        if (name.equals(SIGN_ON_SCREEN)) {
                            visitor.page.check("input[name=signature][value=SCREEN]");
                        }
                        if (language.equals("zh-CN")) {
                            visitor.shot(name + (phone ? "-phone" : "-wide"));
                        }
                        if (!language.equals(visitor.page.getAttribute("html", "lang"))) {
                            found.add(name + " is not in " + language);
                        }
                        visitor.findings().forEach(one -> found.add(name + (phone ? " (phone, " : " (wide, ") + language + ") " + one));
                    });
                    if (phone && language.equals("zh-CN")) {
                        visitor.english();
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
