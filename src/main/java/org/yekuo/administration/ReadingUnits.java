package org.yekuo.administration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.administration.internal.Needs;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** Reads the units an administrator has, who holds which post in them, and which posts are vacant (单位、岗位与空缺). */
@Component
public class ReadingUnits {

    /**
     * One role in a unit.
     *
     * @param posts   who holds it by her own post
     * @param present who may do its work today, delegates included
     * @param needed  the stages the pack in force gives it; empty when it gives none
     */
    public record Seat(Role role, List<Post> posts, List<Staff> present, Set<Text> needed) {

        public boolean vacant() {
            return !needed.isEmpty() && present.isEmpty();
        }
    }

    /**
     * A unit with its halls and seats; those nobody holds and nobody needs are not there.
     *
     * @param people how many belong to this very unit
     */
    public record UnitFile(Unit unit, List<Hall> halls, List<Seat> seats, int people) {

        public List<Seat> vacancies() {
            return seats.stream().filter(Seat::vacant).toList();
        }
    }

    private final Organisation organisation;
    private final ReadingStaff reading;
    private final Regulations regulations;
    private final Administrators administrators;
    private final BusinessClock clock;

    ReadingUnits(Organisation organisation, ReadingStaff reading, Regulations regulations, Administrators administrators, BusinessClock clock) {
        this.organisation = organisation;
        this.reading = reading;
        this.regulations = regulations;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** All of the reader's, by code, so that each stands below the one above it. */
    public List<UnitFile> all(Actor actor) {
        return organisation.units().stream().filter(unit -> administrators.administers(actor, unit.code())).map(this::file).toList();
    }

    /** One of the reader's. */
    public Optional<UnitFile> one(UnitCode code, Actor actor) {
        return organisation.unit(code).filter(unit -> administrators.administers(actor, code)).map(this::file);
    }

    private UnitFile file(Unit unit) {
        var today = clock.today();
        var halls = organisation.halls().stream().filter(hall -> hall.unit().equals(unit.code())).toList();
        var needs = regulations.inForce(today).map(pack -> Needs.of(pack, unit.code(), !halls.isEmpty())).orElse(Map.of());
        var posts = reading.posts(unit.code()).stream().collect(Collectors.groupingBy(Post::role));
        return new UnitFile(unit, halls, Arrays.stream(Role.values()).filter(role -> posts.containsKey(role) || needs.containsKey(role))
                .map(role -> new Seat(role, posts.getOrDefault(role, List.of()), organisation.holders(unit.code(), role, today), needs.getOrDefault(role, Set.of()))).toList(), people(unit.code()));
    }

    private int people(UnitCode unit) {
        return reading.list(new ReadingStaff.Query(Set.of(unit), unit, null, ReadingStaff.State.ACTIVE, "", null, 1), clock.today()).total();
    }
}
