package org.yekuo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody at a browser of her own. Whatever the browser complains of, and any call to another host, is kept and looked at when she leaves. */
final class Visitor implements AutoCloseable {

    private static final String PASSWORD = "yekuo-drill";

    final Page page;
    private final BrowserContext context;
    private final String home;
    private final List<String> complaints = new ArrayList<>();
    private final List<Consumer<Boolean>> later = new ArrayList<>();

    Visitor(int port, boolean phone) {
        home = "http://localhost:" + port;
        context = Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(phone ? 360 : 1440, phone ? 780 : 900).setLocale("zh-CN").setBypassCSP(false));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused form or a page that is not there is an answer, not a complaint.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(home) && !request.url().startsWith("data:")) {
                complaints.add("called " + request.url());
            }
        });
    }

    Visitor open(String path) {
        page.navigate(home + path);
        return this;
    }

    Visitor signIn(String login) {
        open("/sign-in");
        page.fill("#login", login);
        page.fill("#password", PASSWORD);
        page.click("main form button.btn-primary");
        assertThat(page.url()).doesNotContain("sign-in");
        return this;
    }

    /** How many bytes a page and all it needs weigh on the wire, without what the browser has kept. */
    long weigh(String path) {
        var loaded = new ArrayList<Request>();
        Consumer<Request> keep = loaded::add;
        page.onRequestFinished(keep);
        open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.offRequestFinished(keep);
        return loaded.stream().filter(request -> !request.url().startsWith("data:")).map(Request::sizes).mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize).sum();
    }

    Visitor english() {
        page.click("form[action='/language'] button");
        return this;
    }

    String text() {
        return page.innerText("main");
    }

    Visitor shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")).setFullPage(true));
        return this;
    }

    /** No serious finding of axe, no scrolling sideways. The library is put in beside the page's own rules for scripts. */
    List<String> findings() {
        var found = new ArrayList<String>();
        new AxeBuilder(page).analyze().getViolations().stream().filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .forEach(rule -> found.add(rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList()));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth + 1")) {
            found.add("scrolls sideways: " + page.evaluate("document.documentElement.scrollWidth") + " px");
        }
        return found;
    }

    /** Fills a form from what the REST contract would take, field by field; empty rows are asked for as a person would. */
    Visitor fill(String prefix, Map<String, Object> said) {
        makeRoom(prefix, said);
        said.forEach((name, value) -> put(prefix.isEmpty() ? name : prefix + "." + name, value));
        // What was not asked for yet hangs on an answer given since.
        List.copyOf(later).forEach(answer -> answer.accept(true));
        later.clear();
        return this;
    }

    private void makeRoom(String prefix, Map<String, Object> said) {
        said.forEach((name, value) -> {
            var path = prefix.isEmpty() ? name : prefix + "." + name;
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.getFirst() instanceof Map) {
                for (int i = 0; i < rows.size(); i++) {
                    if (page.locator(id(path + "[" + i + "]")).count() == 0) {
                        page.locator("button[name=_more][value='" + path + "']").click();
                    }
                    makeRoom(path + "[" + i + "]", map(rows.get(i)));
                }
            } else if (value instanceof Map) {
                makeRoom(path, map(value));
            }
        });
    }

    private void put(String path, Object value) {
        if (value instanceof Map) {
            var group = page.locator("details" + id(path));
            if (group.count() > 0 && group.getAttribute("open") == null) {
                group.locator("summary").first().click();
            }
            map(value).forEach((name, inner) -> put(path + "." + name, inner));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map) {
                    put(path + "[" + i + "]", list.get(i));
                } else {
                    choose(path + "[]", String.valueOf(list.get(i)), i);
                }
            }
        } else {
            choose(path, String.valueOf(value), 0);
        }
    }

    private void choose(String name, String value, int nth) {
        choose(name, value, nth, false);
    }

    private void choose(String name, String value, int nth, boolean again) {
        var fields = page.locator("[name='" + name + "']:not([type=hidden])");
        assertThat(fields.count()).as("the page asks for " + name).isPositive();
        var first = fields.first();
        if (!again && (Boolean) first.evaluate("e => e.closest('[data-when][hidden]') !== null")) {
            later.add(second -> choose(name, value, nth, second));
            return;
        }
        var kind = (String) first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type");
        switch (kind) {
            case "select" -> first.selectOption(value);
            case "radio" -> page.locator("[name='" + name + "'][value='" + value + "']").check();
            case "checkbox" -> tick(name, value, first);
            default -> fields.nth(Math.min(nth, fields.count() - 1)).fill(value);
        }
    }

    private void tick(String name, String value, Locator first) {
        if (name.endsWith("[]")) {
            page.locator("[name='" + name + "'][value='" + value + "']").check();
        } else {
            first.setChecked(value.equals("true"));
        }
    }

    private static String id(String path) {
        return "[id='" + path + "']";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    List<Cookie> cookies() {
        return context.cookies();
    }

    @Override
    public void close() {
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }
}
