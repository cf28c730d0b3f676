package org.yekuo.regulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.YekuoException;

/**
 * A regulation pack (规则包), checked and immutable. Every look-up of the program goes through it: pages, API and the hall read the same rows.
 *
 * @param kind    whether cases run under it
 * @param includes the packs whose rows are its own too, unless it has rows of its own for the same thing
 * @param hash    SHA-256 of the folder it was read from, and of those it includes
 * @param dayZero how the first day of a limit is counted
 * @param derives the tables that say further facts at intake, in order, beside {@code class}, {@code key-account} and {@code handling}
 * @param letters the wording of letters and receipts, by the names of their templates ({@link PaperKind}); what begins with {@code _} is part of others
 */
public record Pack(
        String id, Kind kind, List<String> includes, String hash, Text name, LocalDate effectiveFrom, @Nullable LocalDate effectiveUntil, DayZero dayZero,
        List<String> derives, List<FactDeclaration> facts, List<Procedure> procedures, List<LimitRow> limits, List<ChecklistRow> checklists,
        List<ApprovalRow> approvals, List<SeparationRow> separations, List<FeeItem> fees, List<ReasonRow> reasons,
        Map<String, DecisionTable> tables, Map<String, String> letters) {

    /** COMPLETE: cases are pinned to it (完整包). REFERENCE: looked things up in, and included by others (参考包); no case runs under it. */
    public enum Kind { COMPLETE, REFERENCE }

    /** The start's calendar day is day 0 (default), the next working day is, or the start's day is day 1. */
    public enum DayZero { START_DAY, NEXT_WORKING_DAY, INCLUDE_START_DAY }

    public Pack {
        includes = List.copyOf(includes);
        derives = List.copyOf(derives);
        facts = List.copyOf(facts);
        procedures = List.copyOf(procedures);
        limits = List.copyOf(limits);
        checklists = List.copyOf(checklists);
        approvals = List.copyOf(approvals);
        separations = List.copyOf(separations);
        fees = List.copyOf(fees);
        reasons = List.copyOf(reasons);
        tables = Map.copyOf(tables);
        letters = Map.copyOf(letters);
    }

    /** The same pack, in force from another day: that of its publication. */
    public Pack inForceFrom(LocalDate day) {
        return new Pack(id, kind, includes, hash, name, day, effectiveUntil, dayZero, derives, facts, procedures, limits, checklists, approvals, separations, fees, reasons, tables, letters);
    }

    /** {@code known} over the defaults the pack declares. */
    public Facts withDefaults(Facts known) {
        var defaults = new TreeMap<String, Object>();
        facts.stream().filter(fact -> fact.defaultValue() != null).forEach(fact -> defaults.put(fact.name(), fact.defaultValue()));
        return new Facts(defaults).with(known.values());
    }

    /** {@code facts} with what the tables of {@link #derives} say of them. */
    public Facts derived(Facts facts) {
        var known = facts;
        for (var table : derives) {
            known = known.with(one(table, known).map(DecisionTable.Row::gives).orElse(Map.of()));
        }
        return known;
    }

    public Optional<Procedure> procedure(String key) {
        return procedures.stream().filter(procedure -> procedure.key().equals(key)).findFirst();
    }

    public Optional<Procedure> procedureFor(Facts facts) {
        return procedures.stream().filter(procedure -> procedure.applies().match(facts)).findFirst();
    }

    /** The rows of all limits that apply to these facts: at most one per limit and standard. */
    public List<LimitRow> limitsFor(Facts facts) {
        return limits.stream().filter(row -> row.applies().match(facts)).toList();
    }

    public Optional<LimitRow> limitFor(String limit, Standard standard, Facts facts) {
        return limits.stream()
                .filter(row -> row.limit().equals(limit) && row.standard() == standard && row.applies().match(facts))
                .findFirst();
    }

    public Optional<LimitRow> limitRow(String id) {
        for (var row : limits) {
            if (row.id().equals(id)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    public List<ChecklistRow> checklistFor(Facts facts) {
        return checklists.stream().filter(row -> row.applies().match(facts)).toList();
    }

    public Optional<ApprovalRow> approvalFor(String subject, Facts facts) {
        return approvals.stream().filter(row -> row.subject().equals(subject) && row.applies().match(facts)).findFirst();
    }

    public Optional<ReasonRow> reason(ReasonRow.Use use, String code) {
        return reasons.stream().filter(row -> row.use() == use && row.code().equals(code)).findFirst();
    }

    public Optional<FeeItem> fee(String code) {
        return fees.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** The article a refusal by this rule rests on (依据条款), from the table {@code articles}; null where the pack names none. */
    public @Nullable Clause article(String rule) {
        var articles = tables.get("articles");
        return articles == null ? null : articles.rows().stream().filter(row -> rule.equals(row.gives().get("rule"))).map(row -> row.basis().clause()).findFirst().orElse(null);
    }

    /** The template of this name in the wording for {@code variant} ({@code supply-contract.high}), or in its only wording. */
    public Optional<String> letter(String template, String variant) {
        return Optional.ofNullable(letters.getOrDefault(template + "." + variant, letters.get(template)));
    }

    /** What the checklist calls a paper; its code where no row knows it. */
    public String paperName(String code) {
        return checklists.stream().filter(row -> row.code().equals(code)).map(row -> row.name().zh()).findFirst().orElse(code);
    }

    /** What a paper of this template calls itself in the wording for {@code variant}. */
    public Optional<String> letterTitle(String template, String variant) {
        return letter(template, variant).map(Pack::titleOf);
    }

    /** What the paper this template words calls itself. */
    public static String titleOf(String text) {
        int from = text.lastIndexOf("<title>");
        int to = text.indexOf("</title>", from);
        return (from < 0 || to < 0 ? text : text.substring(from + "<title>".length(), to)).strip();
    }

    /** The one row of a table that applies to these facts, or none. */
    public Optional<DecisionTable.Row> one(String table, Facts facts) {
        return all(table, facts).stream().findFirst();
    }

    /** Every row of a table that applies to these facts. */
    public List<DecisionTable.Row> all(String table, Facts facts) {
        var found = tables.get(table);
        if (found == null) {
            throw new YekuoException("regulation.no-such-table", "The pack " + id + " has no table " + table + ".");
        }
        return found.rows().stream().filter(row -> row.applies().match(facts)).toList();
    }
}
