package org.yekuo.organisation.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Leave;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Setup.Area;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.UnitCode;

/** The organisation as it stood at one revision; immutable. */
record Snapshot(
        long revision, Map<UnitCode, Unit> units, Map<String, Hall> halls, Map<String, Staff> staff, Map<String, List<Post>> postsOf,
        Map<Seat, List<String>> holders, List<Delegation> delegations, List<Leave> leaves, List<Area> areas,
        Map<String, UnitCode> homes) {

    /** A role in a unit. */
    record Seat(UnitCode unit, Role role) {}

    boolean onLeave(String staffNo, LocalDate day) {
        return leaves.stream().anyMatch(leave -> leave.staffNo().equals(staffNo) && !day.isBefore(leave.from()) && !day.isAfter(leave.to()));
    }

    /** Those of a day; one lapses when she who gave it has left or no longer holds the post. */
    Stream<Delegation> delegationsOn(LocalDate day) {
        return delegations.stream().filter(delegation -> !day.isBefore(delegation.fromDay()) && !day.isAfter(delegation.toDay())
                && active(delegation.from()) && holders.getOrDefault(new Seat(delegation.unit(), delegation.role()), List.of()).contains(delegation.from()));
    }

    /**
     * Every unit a person belongs to, whether she still works there or not: those of her posts; without a post, where she was entered or had her last one;
     * who belongs nowhere is the province's.
     */
    Set<UnitCode> unitsOf(String staffNo) {
        var posts = postsOf.getOrDefault(staffNo, List.of());
        var home = homes.get(staffNo);
        var belongs = !posts.isEmpty() ? posts.stream().map(Post::unit) : home != null ? Stream.of(home) : units.keySet().stream().filter(UnitCode::isProvince);
        return belongs.collect(Collectors.toUnmodifiableSet());
    }

    boolean active(String staffNo) {
        var person = staff.get(staffNo);
        return person != null && person.active();
    }

    boolean holds(String staffNo, Role role, UnitCode unit, LocalDate day) {
        if (!active(staffNo)) {
            return false;
        }
        return holders.getOrDefault(new Seat(unit, role), List.of()).contains(staffNo)
                || delegationsOn(day).anyMatch(delegation -> delegation.to().equals(staffNo) && delegation.role() == role && delegation.unit().equals(unit));
    }

    Set<Post> hats(String staffNo, LocalDate day) {
        if (!active(staffNo)) {
            return Set.of();
        }
        var own = postsOf.getOrDefault(staffNo, List.of()).stream();
        var lent = delegationsOn(day).filter(delegation -> delegation.to().equals(staffNo))
                .map(delegation -> new Post(staffNo, delegation.unit(), department(delegation), delegation.role()));
        return Stream.concat(own, lent).collect(Collectors.toUnmodifiableSet());
    }

    private Department department(Delegation delegation) {
        return postsOf.getOrDefault(delegation.from(), List.of()).stream()
                .filter(post -> post.role() == delegation.role() && post.unit().equals(delegation.unit())).map(Post::department).findFirst().orElseThrow();
    }

    List<Staff> holders(UnitCode unit, Role role, LocalDate day) {
        var everybody = Stream.concat(holders.getOrDefault(new Seat(unit, role), List.of()).stream(),
                        delegationsOn(day).filter(delegation -> delegation.role() == role && delegation.unit().equals(unit)).map(Delegation::to))
                .distinct().filter(this::active).toList();
        var present = everybody.stream().filter(no -> !onLeave(no, day)).toList();
        return (present.isEmpty() ? everybody : present).stream().map(staff::get).sorted(java.util.Comparator.comparing(Staff::no)).toList();
    }

    /** The row with the longest prefix; without an area only a row for the whole unit, whose prefix is empty. */
    @Nullable Area areaOf(UnitCode unit, @Nullable String area) {
        var place = area == null ? "" : area;
        return areas.stream().filter(row -> row.unit().equals(unit) && place.startsWith(row.prefix()))
                .max(java.util.Comparator.comparingInt(row -> row.prefix().length())).orElse(null);
    }
}
