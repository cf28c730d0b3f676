package org.yekuo.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.Violation;

/** What the papers handed in amount to: which are missing, what is wrong with those at hand, and what to watch. */
public record Judgement(List<Missing> missing, List<Violation> violations, List<Violation> warnings) {

    public Judgement {
        missing = List.copyOf(missing);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    /** Whether everything required is there and good. */
    public boolean complete() {
        return missing.isEmpty() && violations.isEmpty();
    }

    /**
     * A requirement nothing satisfies.
     *
     * @param code         the group's name, or the code of the one paper
     * @param alternatives the papers any one of which would do
     * @param papers       their codes
     */
    public record Missing(String code, List<Text> alternatives, List<String> papers, @Nullable Clause clause) {

        public Missing {
            alternatives = List.copyOf(alternatives);
            papers = List.copyOf(papers);
        }

        /** The agent who brought a paper that would do and waits for the customer's word (待客户确认); nobody where none does. */
        public Optional<String> broughtBy(List<CaseDocument> onFile) {
            return onFile.stream().filter(CaseDocument::waits).filter(paper -> papers.contains(paper.document().type())).findFirst()
                    .map(CaseDocument::brought).map(Brought::by);
        }

        /** The papers as a notice names them: {@code 房产证或租赁合同}. */
        public Text name() {
            return new Text(alternatives.stream().map(Text::zh).collect(Collectors.joining("或")),
                    alternatives.stream().map(Text::en).collect(Collectors.joining(" or ")));
        }
    }
}
