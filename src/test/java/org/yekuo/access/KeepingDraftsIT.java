package org.yekuo.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.YekuoIT;

/** What is typed and not handed in is hers alone, unreadable in the table, and not kept for ever. */
@YekuoIT
class KeepingDraftsIT {

    private static final String FORM = "/work/intake#..";

    @Autowired
    private KeepingDrafts drafts;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_draft_is_found_by_who_typed_it_and_by_nobody_else() {
        assertThat(drafts.save("draft-a", FORM, "[[\"applicant.name\",\"v\",\"王小明\",false]]")).isTrue();
        assertThat(drafts.save("draft-a", FORM, "[[\"applicant.name\",\"v\",\"王大明\",false]]")).isTrue();
        assertThat(drafts.find("draft-a", FORM)).hasValueSatisfying(draft -> assertThat(draft.content()).contains("王大明"));
        assertThat(drafts.find("draft-b", FORM)).isEmpty();
        drafts.discard("draft-b", FORM);
        assertThat(drafts.find("draft-a", FORM)).isPresent();
        drafts.discard("draft-a", FORM);
        assertThat(drafts.find("draft-a", FORM)).isEmpty();
    }

    @Test
    void the_table_tells_nothing_of_what_was_typed() {
        drafts.save("draft-c", FORM, "340121199001011234");
        var sealed = jdbc.sql("select encode(sealed, 'escape') from draft where owner = 'draft-c'").query(String.class).single();
        assertThat(sealed).doesNotContain("340121199001011234");
        jdbc.sql("update draft set owner = 'draft-d' where owner = 'draft-c'").update();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> drafts.find("draft-d", FORM)).as("moved to another person it can't be read").hasMessageContaining("draft/draft-d");
        drafts.discard("draft-d", FORM);
    }

    @Test
    void after_ninety_days_it_is_gone_and_what_is_too_long_or_of_no_form_is_not_kept() {
        drafts.save("draft-e", FORM, "old");
        jdbc.sql("update draft set saved_at = saved_at - interval '91 days' where owner = 'draft-e'").update();
        assertThat(drafts.find("draft-e", FORM)).isEmpty();
        drafts.save("draft-f", FORM, "new");
        assertThat(jdbc.sql("select count(*) from draft where owner = 'draft-e'").query(Long.class).single()).isZero();
        assertThat(drafts.save("draft-f", FORM, "x".repeat(KeepingDrafts.LONGEST + 1))).isFalse();
        assertThat(drafts.save("draft-f", "javascript:alert(1)", "x")).isFalse();
        drafts.discard("draft-f", FORM);
    }
}
