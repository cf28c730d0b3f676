package org.yekuo.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.vocabulary.UnitCode;

/** Reads who works for the company (人员名册), by person and by unit. */
public interface ReadingStaff {

    /**
     * One person.
     *
     * @param units every unit she belongs to: of her posts; without one, where she was entered or had her last; who belongs nowhere is the province's
     * @param posts her own, without those lent to her
     * @param gives what she has delegated, the latest first
     * @param holds what is delegated to her, the latest first
     * @param away  her leaves, the latest first
     */
    record Person(Staff staff, Set<UnitCode> units, List<Post> posts, List<Delegation> gives, List<Delegation> holds, List<Leave> away) {}

    /** Whom to list. AWAY: on leave today. IDLE: active, and without a post. */
    enum State { ACTIVE, AWAY, IDLE, LEFT }

    /**
     * @param within only people of these units and those below
     * @param unit   only who belongs to this very unit, or null
     * @param words  part of a number, name or phone, or empty
     * @param after  the number the last page ended with, or null for the first
     */
    record Query(Set<UnitCode> within, @Nullable UnitCode unit, @Nullable Role role, State state, String words, @Nullable String after, int size) {}

    /** A page, how many there are in all, and where the next begins. */
    record Page(List<Person> people, int total, @Nullable String next) {}

    Optional<Person> person(String staffNo);

    /** By number; all filters together. */
    Page list(Query query, LocalDate day);

    /** Who holds the posts of one unit, by role; those who have left are not there. */
    List<Post> posts(UnitCode unit);
}
