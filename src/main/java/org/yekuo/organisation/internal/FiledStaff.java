package org.yekuo.organisation.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.organisation.Leave;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.ReadingStaff;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.UnitCode;

/** Reads the snapshot in memory: even of a whole province there are only some ten thousand people. */
@Component
class FiledStaff implements ReadingStaff {

    private final OrganisationStore store;

    FiledStaff(OrganisationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Person> person(String staffNo) {
        var snapshot = store.snapshot();
        return Optional.ofNullable(snapshot.staff().get(staffNo)).map(staff -> person(snapshot, staff));
    }

    private static Person person(Snapshot snapshot, Staff staff) {
        var latest = Comparator.comparing(Delegation::fromDay).reversed();
        return new Person(staff, snapshot.unitsOf(staff.no()), snapshot.postsOf().getOrDefault(staff.no(), List.of()),
                snapshot.delegations().stream().filter(one -> one.from().equals(staff.no())).sorted(latest).toList(),
                snapshot.delegations().stream().filter(one -> one.to().equals(staff.no())).sorted(latest).toList(),
                snapshot.leaves().stream().filter(one -> one.staffNo().equals(staff.no())).sorted(Comparator.comparing(Leave::from).reversed()).toList());
    }

    @Override
    public Page list(Query query, LocalDate day) {
        var snapshot = store.snapshot();
        var found = snapshot.staff().values().stream().filter(asked(snapshot, query, day)).sorted(Comparator.comparing(Staff::no)).toList();
        var after = query.after();
        var page = found.stream().filter(staff -> after == null || staff.no().compareTo(after) > 0).limit(query.size() + 1L).toList();
        boolean more = page.size() > query.size();
        var shown = more ? page.subList(0, query.size()) : page;
        return new Page(shown.stream().map(staff -> person(snapshot, staff)).toList(), found.size(), more ? shown.getLast().no() : null);
    }

    private static Predicate<Staff> asked(Snapshot snapshot, Query query, LocalDate day) {
        return staff -> {
            var posts = snapshot.postsOf().getOrDefault(staff.no(), List.of());
            var units = snapshot.unitsOf(staff.no());
            boolean state = switch (query.state()) {
                case ACTIVE -> staff.active();
                case AWAY -> staff.active() && snapshot.onLeave(staff.no(), day);
                case IDLE -> staff.active() && posts.isEmpty();
                case LEFT -> !staff.active();
            };
            return state && units.stream().anyMatch(unit -> query.within().stream().anyMatch(one -> one.covers(unit)))
                    && (query.unit() == null || units.contains(query.unit()))
                    && (query.role() == null || posts.stream().anyMatch(post -> post.role() == query.role()))
                    && (query.words().isBlank() || (staff.no() + " " + staff.name() + " " + staff.phone()).contains(query.words().strip()));
        };
    }

    @Override
    public List<Post> posts(UnitCode unit) {
        var snapshot = store.snapshot();
        return snapshot.postsOf().values().stream().flatMap(List::stream).filter(post -> post.unit().equals(unit))
                .filter(post -> snapshot.active(post.staffNo())).sorted(Comparator.comparing(Post::role).thenComparing(Post::staffNo)).toList();
    }
}
