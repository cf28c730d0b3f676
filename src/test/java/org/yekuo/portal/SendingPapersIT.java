package org.yekuo.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yekuo.YekuoIT;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/** A link takes what it was opened for, and no more tries than it may, however many come at once. */
@YekuoIT
class SendingPapersIT {

    private static final Actor CLERK = Actor.staff("c1", "王柜员");

    @Autowired
    private SendingPapers sending;

    private String link() {
        return sending.open(new UnitCode("3493"), null, List.of(new SendingPapers.Item("OWNER_ID", new Text("身份证", "Identity card"))), CLERK);
    }

    private static List<String> rules(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var refusal) ? refusal.violations().stream().map(Violation::rule).toList() : List.of();
    }

    @Test
    void a_paper_it_was_not_opened_for_is_refused_before_anything_is_read() {
        assertThat(rules(sending.expect(link(), "PROPERTY_CERT"))).containsExactly("portal.link-over");
        assertThat(rules(sending.expect("no-link", "OWNER_ID"))).containsExactly("portal.link-over");
    }

    @Test
    void of_twenty_that_come_at_once_ten_may_and_each_link_is_a_telephone_of_its_own() throws Exception {
        var token = link();
        try (var at = Executors.newFixedThreadPool(8)) {
            var tried = at.invokeAll(IntStream.range(0, 20).<Callable<Answer<Actor>>>mapToObj(i -> () -> sending.expect(token, "OWNER_ID")).toList());
            int may = 0;
            for (var one : tried) {
                var rules = rules(one.get());
                may += rules.isEmpty() ? 1 : 0;
                assertThat(rules).isSubsetOf("portal.link-too-fast");
            }
            assertThat(may).as("none of them brought a file, all of them count").isEqualTo(10);
        }
        assertThat(((Answer.Done<Actor>) sending.expect(link(), "OWNER_ID")).value().id()).isNotEqualTo(((Answer.Done<Actor>) sending.expect(link(), "OWNER_ID")).value().id());
    }
}
