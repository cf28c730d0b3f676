package org.yekuo.document.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yekuo.document.PublicAddress;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PaperKind;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** Papers already issued, to try a template on. */
@Component
public class Specimens {

    /** Of each company and wording; the second and third count where a case was handed over to another since. */
    private static final int TRIED = 3;
    private static final String NUMBER = "样张（不作凭证）";

    // letter_specimen, receipt_specimen: one step for each wording a company ever used of this kind, and one for its newest paper.
    private static final String NEWEST = """
            with recursive wording (unit, issuer, variant) as (
                select company.unit, company.issuer, (select min(coalesce(content ->> 'variant', '')) from %1$s
                    where unit = company.unit and issuer = company.issuer and kind = :kind)
                from unnest(:units::text[], :issuers::text[]) company (unit, issuer)
                union all
                select w.unit, w.issuer, (select min(coalesce(content ->> 'variant', '')) from %1$s
                    where unit = w.unit and issuer = w.issuer and kind = :kind and coalesce(content ->> 'variant', '') > w.variant)
                from wording w where w.variant is not null
            )
            select paper.* from wording w cross join lateral (
                select case_no, issued_on, issued_by, content from %1$s
                where unit = w.unit and issuer = w.issuer and kind = :kind and coalesce(content ->> 'variant', '') = w.variant
                order by issued_on desc, case_no desc limit :tried) paper
            where (w.variant = any (:variants)) = :named
            order by paper.issued_on desc, paper.case_no desc""";

    /** What a paper says. */
    public record Said(CaseNo caseNo, LocalDate issuedOn, String issuedBy, Map<String, Object> content) {}

    private final JdbcClient jdbc;
    private final Content content;
    private final Typesetter typesetter;
    private final PublicAddress publicly;

    Specimens(JdbcClient jdbc, Content content, Typesetter typesetter, PublicAddress publicly) {
        this.jdbc = jdbc;
        this.content = content;
        this.typesetter = typesetter;
        this.publicly = publicly;
    }

    /** What papers of this template these companies issued say, newest first: of its variant, or of none that has a wording of its own. */
    public List<Said> newest(Pack pack, String template, List<UnitCode> companies) {
        int dot = template.indexOf('.');
        var base = dot < 0 ? template : template.substring(0, dot);
        var variants = dot >= 0 ? List.of(template.substring(dot + 1))
                : pack.letters().keySet().stream().filter(name -> name.startsWith(base + ".")).map(name -> name.substring(base.length() + 1)).toList();
        return PaperKind.ofReceiptTemplate(base).map(kind -> rows("receipt", kind, variants, dot >= 0, companies))
                .orElseGet(() -> PaperKind.ofTemplate(base).map(kind -> rows("letter", kind.name(), variants, dot >= 0, companies)).orElse(List.of()));
    }

    private List<Said> rows(String table, String kind, List<String> variants, boolean named, List<UnitCode> companies) {
        return jdbc.sql(NEWEST.formatted(table)).param("kind", kind).param("variants", variants.toArray(String[]::new)).param("named", named).param("tried", TRIED)
                .param("units", companies.stream().map(company -> company.city().value()).toArray(String[]::new))
                .param("issuers", companies.stream().map(UnitCode::value).toArray(String[]::new))
                .query((row, number) -> new Said(new CaseNo(row.getString("case_no")), row.getObject("issued_on", LocalDate.class), row.getString("issued_by"),
                        content.read(row.getString("content")))).list();
    }

    /** The template set with what that paper says. */
    public byte[] set(Pack pack, String template, Said said) {
        var data = new TreeMap<>(said.content());
        data.put("issuedBy", said.issuedBy());
        data.put("amended", false);
        data.put("paper", Map.of("code", "———", "number", NUMBER, "version", 1, "issuedOn", said.issuedOn().toString(), "verifyAt", publicly.of("/verify"),
                "qr", SquareCode.dataUri(publicly.of("/verify"))));
        return typesetter.set(Objects.requireNonNull(pack.letters().get(template)), pack.letters(), data).pdf();
    }
}
