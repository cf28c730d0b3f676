package org.yekuo.document.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PaperKind;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Papers already issued, to try a template on. */
@Component
public class Specimens {

    private static final int TRIED = 60;
    private static final String NUMBER = "样张（不作凭证）";

    // letter_newest, receipt_newest
    private static final String NEWEST = """
            select case_no, issued_on, issued_by, content from %s
            where unit = any(:units) and kind = :kind and (coalesce(content->>'variant', '') = any(:variants)) = :named
            order by issued_on desc, case_no desc limit :limit""";

    /** What a paper says. */
    public record Said(CaseNo caseNo, LocalDate issuedOn, String issuedBy, Map<String, Object> content) {}

    private final JdbcClient jdbc;
    private final Content content;
    private final Typesetter typesetter;
    private final String publicAddress;

    Specimens(JdbcClient jdbc, Content content, Typesetter typesetter, @Value("${yekuo.public-address:http://localhost:${server.port:8080}}") String publicAddress) {
        this.jdbc = jdbc;
        this.content = content;
        this.typesetter = typesetter;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    /** What papers of this template say, newest first: of its variant, or of none that has a wording of its own. */
    public List<Said> newest(Pack pack, String template, List<UnitCode> cities) {
        int dot = template.indexOf('.');
        var base = dot < 0 ? template : template.substring(0, dot);
        var others = pack.letters().keySet().stream().filter(name -> name.startsWith(base + ".")).map(name -> name.substring(base.length() + 1)).collect(Collectors.toList());
        return PaperKind.ofReceiptTemplate(base).map(kind -> rows("receipt", kind, dot, template, others, cities))
                .orElseGet(() -> PaperKind.ofTemplate(base).map(kind -> rows("letter", kind.name(), dot, template, others, cities)).orElse(List.of()));
    }

    private List<Said> rows(String table, String kind, int dot, String template, List<String> others, List<UnitCode> cities) {
        return jdbc.sql(NEWEST.formatted(table)).param("units", cities.stream().map(UnitCode::value).toArray(String[]::new)).param("kind", kind)
                .param("variants", dot < 0 ? others.toArray(String[]::new) : new String[] {template.substring(dot + 1)}).param("named", dot >= 0).param("limit", TRIED)
                .query((row, number) -> new Said(new CaseNo(row.getString("case_no")), row.getObject("issued_on", LocalDate.class), row.getString("issued_by"),
                        content.read(row.getString("content")))).list();
    }

    /** The template set with what that paper says. */
    public byte[] set(Pack pack, String template, Said said) {
        var data = new TreeMap<>(said.content());
        data.put("issuedBy", said.issuedBy());
        data.put("amended", false);
        data.put("paper", Map.of("code", "———", "number", NUMBER, "version", 1, "issuedOn", said.issuedOn().toString(), "verifyAt", publicAddress + "/verify",
                "qr", SquareCode.dataUri(publicAddress + "/verify")));
        return typesetter.set(Objects.requireNonNull(pack.letters().get(template)), pack.letters(), data).pdf();
    }
}
