package org.yekuo.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.document.Judgement.Missing;
import org.yekuo.vocabulary.Violation;

/** Judges papers handed in against papers required. */
public final class Evidence {

    private static final String EXPIRED = "document.expired";
    private static final String EXPIRES_SOON = "document.expires-before-energising";

    private Evidence() {}

    /**
     * Names in one go everything missing and everything wrong. A paper whose validity ended before {@code acceptedOn} is refused, not missing;
     * one that ends before {@code energisingPlanned} is a warning. Another good paper for the same requirement heals both.
     * A paper nobody asked for is kept without a word. Fields are {@code [i].validUntil}; put them {@link Violation#under} the caller's name.
     */
    public static Judgement judge(List<Requirement> required, List<DocumentInput> had, LocalDate acceptedOn, @Nullable LocalDate energisingPlanned) {
        Map<String, List<Requirement>> wanted = new LinkedHashMap<>();
        for (var requirement : required) {
            wanted.computeIfAbsent(keyOf(requirement), key -> new ArrayList<>()).add(requirement);
        }
        var missing = new ArrayList<Missing>();
        var violations = new ArrayList<Violation>();
        var warnings = new ArrayList<Violation>();
        wanted.forEach((code, alternatives) -> {
            var papers = papersOf(alternatives, had);
            // One good paper is enough; an expired one beside it is history.
            var good = papers.stream().filter(paper -> paper.endedBefore(acceptedOn, EXPIRED).isEmpty()).toList();
            if (papers.isEmpty()) {
                missing.add(new Missing(code, alternatives.stream().map(Requirement::name).toList(), alternatives.stream().map(Requirement::code).toList(), alternatives.getFirst().clause()));
            } else if (good.isEmpty()) {
                papers.forEach(paper -> paper.endedBefore(acceptedOn, EXPIRED).ifPresent(violations::add));
            } else if (energisingPlanned != null) {
                var ending = good.stream().flatMap(paper -> paper.endedBefore(energisingPlanned, EXPIRES_SOON).stream()).toList();
                if (ending.size() == good.size()) {
                    warnings.addAll(ending);
                }
            }
        });
        return new Judgement(missing, violations, warnings);
    }

    private static String keyOf(Requirement requirement) {
        return requirement.group() == null ? requirement.code() : requirement.group();
    }

    private static List<Paper> papersOf(List<Requirement> alternatives, List<DocumentInput> had) {
        var papers = new ArrayList<Paper>();
        for (int i = 0; i < had.size(); i++) {
            var document = had.get(i);
            for (var requirement : alternatives) {
                if (requirement.code().equals(document.type())) {
                    papers.add(new Paper(i, requirement, document.validUntil()));
                }
            }
        }
        return papers;
    }

    private record Paper(int index, Requirement requirement, @Nullable LocalDate validUntil) {

        /** What is wrong when it must still be valid on {@code day}. */
        Optional<Violation> endedBefore(LocalDate day, String rule) {
            return validUntil == null || !validUntil.isBefore(day) ? Optional.empty() : Optional.of(
                    Violation.at("[" + index + "].validUntil", rule, requirement.name(), validUntil, day).citing(requirement.clause()));
        }
    }
}
