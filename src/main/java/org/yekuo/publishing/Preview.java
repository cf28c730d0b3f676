package org.yekuo.publishing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would have made of past cases (试算): where it differs from the pack each is pinned to. No case is touched.
 *
 * @param cases     how many cases were looked at
 * @param different how many of them differ at all
 * @param counts    in how many cases each kind of thing differs
 * @param undecided cases for which the draft has no procedure
 * @param rows      the cases that differ, the latest first
 */
public record Preview(long draft, String pack, int cases, int different, Map<Kind, Integer> counts, List<String> undecided, List<CaseRow> rows) {

    public enum Kind { LIMIT, ROUTE, PAPER, FEE }

    public record CaseRow(String caseNo, String pinnedTo, List<Difference> differences) {}

    /** One thing that differs: {@code PLAN_REPLY/COMMITTED}, {@code procedure}, a paper's or a fee's code; null on the side that has it not. */
    public record Difference(Kind kind, String what, @Nullable Map<String, Object> was, @Nullable Map<String, Object> becomes) {}
}
