package org.yekuo.organisation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yekuo.calendar.MachineClock;
import org.yekuo.organisation.DelegatingRole.Delegation;
import org.yekuo.organisation.Department;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Leave;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Setup;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.UnitCode;

/**
 * Keeps the organisation in tables and a snapshot of it in memory. The revision tells when the snapshot is stale: at once in the program that
 * changed something, within seconds in another on the same database.
 */
@Component
public class OrganisationStore {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private static final String UPSERT_UNIT = "insert into unit (code, name) values (?, ?) on conflict (code) do update set name = excluded.name";

    private static final String UPSERT_HALL = """
            insert into hall (code, unit, name, phone) values (?, ?, ?, ?)
            on conflict (code) do update set unit = excluded.unit, name = excluded.name, phone = excluded.phone""";

    private static final String UPSERT_STAFF = """
            insert into staff (staff_no, name, phone, active) values (?, ?, ?, ?)
            on conflict (staff_no) do update set name = excluded.name, phone = excluded.phone, active = excluded.active""";

    private static final String INSERT_STAFF = """
            insert into staff (staff_no, name, phone, active, unit) values (?, ?, ?, ?, ?) on conflict (staff_no) do nothing""";

    private static final String UPSERT_POST = """
            insert into post (staff_no, unit, department, role) values (?, ?, ?, ?)
            on conflict (staff_no, unit, role) do update set department = excluded.department""";

    private static final String UPSERT_AREA = """
            insert into manager_area (unit, area_prefix, a_manager, b_manager) values (?, ?, ?, ?)
            on conflict (unit, area_prefix) do update set a_manager = excluded.a_manager, b_manager = excluded.b_manager""";

    private static final String INSERT_DELEGATION = """
            insert into delegation (from_staff, to_staff, unit, role, from_day, to_day, made_by) values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String SHORTEN_DELEGATION = """
            update delegation set to_day = ?
            where from_staff = ? and to_staff = ? and unit = ? and role = ? and from_day = ? and to_day >= ?""";

    private static final String DELETE_DELEGATION = """
            delete from delegation where from_staff = ? and to_staff = ? and unit = ? and role = ? and from_day = ?""";

    private static final String STAY = "update staff s set unit = ? where staff_no = ? and not exists (select 1 from post p where p.staff_no = s.staff_no)";

    private static final String DELETE_POST = "delete from post where staff_no = ? and unit = ? and role = ?";

    private static final String INSERT_LEAVE = """
            insert into staff_leave (staff_no, from_day, to_day) values (?, ?, ?)
            on conflict (staff_no, from_day) do update set to_day = excluded.to_day""";

    private static final String SHORTEN_LEAVE = "update staff_leave set to_day = ? where staff_no = ? and from_day = ? and to_day >= ?";

    private static final String DELETE_LEAVE = "delete from staff_leave where staff_no = ? and from_day = ?";

    private final JdbcClient jdbc;
    private final MachineClock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable View view;

    /** A snapshot, when it was last compared with the database, and how many changes made here it knows of. */
    private record View(Snapshot snapshot, Instant lookedAt, long changes) {}

    OrganisationStore(JdbcClient jdbc, MachineClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As last committed: a transaction that changes the organisation does not see its own change here, nor does anybody else before it commits. */
    Snapshot snapshot() {
        var known = view;
        if (isChangingHere()) {
            return known == null ? read() : known.snapshot();
        }
        long seen = changes.get();
        var now = clock.now();
        if (known != null && known.changes() == seen && known.lookedAt().plus(LOOK_AGAIN_AFTER).isAfter(now)) {
            return known.snapshot();
        }
        var current = known != null && revision() == known.snapshot().revision() ? known.snapshot() : read();
        view = new View(current, now, seen);
        return current;
    }

    /** Makes other changes of the organisation wait until this transaction ends: for a check that what it saw must still hold. */
    public void lock() {
        jdbc.sql("select revision from organisation_revision for update").query(Long.class).single();
    }

    /** All delegations as the tables have them now. */
    public List<Delegation> delegations() {
        return jdbc.sql("select from_staff, to_staff, unit, role, from_day, to_day from delegation").query((row, i) -> new Delegation(
                row.getString(1), row.getString(2), new UnitCode(row.getString(3)), Role.valueOf(row.getString(4)), row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class))).list();
    }

    public boolean hasUnit(UnitCode unit) {
        return jdbc.sql("select count(*) from unit where code = ?").param(unit.value()).query(Integer.class).single() > 0;
    }

    public boolean hasActiveStaff(String staffNo) {
        return jdbc.sql("select count(*) from staff where staff_no = ? and active").param(staffNo).query(Integer.class).single() > 0;
    }

    public void save(Setup setup) {
        setup.units().forEach(unit -> jdbc.sql(UPSERT_UNIT).params(unit.code().value(), unit.name()).update());
        setup.halls().forEach(hall -> jdbc.sql(UPSERT_HALL).params(hall.code(), hall.unit().value(), hall.name(), hall.phone()).update());
        setup.staff().forEach(staff -> jdbc.sql(UPSERT_STAFF).params(staff.no(), staff.name(), staff.phone(), staff.active()).update());
        setup.posts().forEach(post -> jdbc.sql(UPSERT_POST).params(post.staffNo(), post.unit().value(), post.department().name(), post.role().name()).update());
        setup.areas().forEach(area -> jdbc.sql(UPSERT_AREA).params(Arrays.asList(area.unit().value(), area.prefix(), area.a(), area.b())).update());
        changed();
    }

    public void save(Staff staff) {
        jdbc.sql(UPSERT_STAFF).params(staff.no(), staff.name(), staff.phone(), staff.active()).update();
        changed();
    }

    /** Answers whether the number was free. */
    public boolean enter(Staff staff, UnitCode unit) {
        boolean entered = jdbc.sql(INSERT_STAFF).params(staff.no(), staff.name(), staff.phone(), staff.active(), unit.value()).update() > 0;
        changed();
        return entered;
    }

    public void save(Unit unit) {
        jdbc.sql(UPSERT_UNIT).params(unit.code().value(), unit.name()).update();
        changed();
    }

    public void save(Hall hall) {
        jdbc.sql(UPSERT_HALL).params(hall.code(), hall.unit().value(), hall.name(), hall.phone()).update();
        changed();
    }

    public void save(Post post) {
        jdbc.sql(UPSERT_POST).params(post.staffNo(), post.unit().value(), post.department().name(), post.role().name()).update();
        changed();
    }

    /** Answers whether there was such a post. Whose last post it was still belongs to its unit. */
    public boolean delete(Post post) {
        boolean was = jdbc.sql(DELETE_POST).params(post.staffNo(), post.unit().value(), post.role().name()).update() > 0;
        if (was) {
            jdbc.sql(STAY).params(post.unit().value(), post.staffNo()).update();
        }
        changed();
        return was;
    }

    /** Takes a delegation back from {@code day} on; answers whether it still had a day left. */
    public boolean end(Delegation delegation, LocalDate day) {
        var key = List.of(delegation.from(), delegation.to(), delegation.unit().value(), delegation.role().name(), delegation.fromDay());
        int ended = delegation.fromDay().isBefore(day)
                ? jdbc.sql(SHORTEN_DELEGATION).param(day.minusDays(1)).params(key).param(day).update()
                : jdbc.sql(DELETE_DELEGATION).params(key).update();
        changed();
        return ended > 0;
    }

    public void add(Delegation delegation, String by) {
        jdbc.sql(INSERT_DELEGATION).params(delegation.from(), delegation.to(), delegation.unit().value(), delegation.role().name(), delegation.fromDay(),
                delegation.toDay(), by).update();
        changed();
    }

    public void leave(String staffNo, LocalDate from, LocalDate to) {
        jdbc.sql(INSERT_LEAVE).params(staffNo, from, to).update();
        changed();
    }

    /** Ends a leave on the eve of {@code day}; answers whether it still had a day left. */
    public boolean endLeave(String staffNo, LocalDate fromDay, LocalDate day) {
        int ended = fromDay.isBefore(day) ? jdbc.sql(SHORTEN_LEAVE).params(day.minusDays(1), staffNo, fromDay, day).update()
                : jdbc.sql(DELETE_LEAVE).params(staffNo, fromDay).update();
        changed();
        return ended > 0;
    }

    private void changed() {
        jdbc.sql("update organisation_revision set revision = revision + 1").update();
        if (isChangingHere()) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                changes.incrementAndGet();
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(OrganisationStore.this);
            }
        });
    }

    private boolean isChangingHere() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private long revision() {
        return jdbc.sql("select revision from organisation_revision").query(Long.class).single();
    }

    /** The tables at one revision: read again when somebody committed a change in between. */
    private Snapshot read() {
        var read = readOnce();
        while (revision() != read.revision()) {
            read = readOnce();
        }
        return read;
    }

    private Snapshot readOnce() {
        long revision = revision();
        var units = jdbc.sql("select code, name from unit").query((row, i) -> new Unit(new UnitCode(row.getString(1)), row.getString(2))).list();
        var halls = jdbc.sql("select code, unit, name, phone from hall")
                .query((row, i) -> new Hall(row.getString(1), new UnitCode(row.getString(2)), row.getString(3), row.getString(4))).list();
        var homes = jdbc.sql("select staff_no, unit from staff where unit is not null").query((row, i) -> Map.entry(row.getString(1), new UnitCode(row.getString(2)))).list();
        var staff = jdbc.sql("select staff_no, name, phone, active from staff")
                .query((row, i) -> new Staff(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4))).list();
        var posts = jdbc.sql("select staff_no, unit, department, role from post order by staff_no, unit, role")
                .query((row, i) -> new Post(row.getString(1), new UnitCode(row.getString(2)), Department.valueOf(row.getString(3)), Role.valueOf(row.getString(4)))).list();
        var leaves = jdbc.sql("select staff_no, from_day, to_day from staff_leave")
                .query((row, i) -> new Leave(row.getString(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list();
        var areas = jdbc.sql("select unit, area_prefix, a_manager, b_manager from manager_area")
                .query((row, i) -> new Setup.Area(new UnitCode(row.getString(1)), row.getString(2), row.getString(3), row.getString(4))).list();
        return new Snapshot(revision,
                units.stream().collect(Collectors.toMap(Unit::code, unit -> unit)), halls.stream().collect(Collectors.toMap(Hall::code, hall -> hall)),
                staff.stream().collect(Collectors.toMap(Staff::no, person -> person)), posts.stream().collect(Collectors.groupingBy(Post::staffNo)),
                holders(posts), delegations(), leaves, areas, homes.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Map<Snapshot.Seat, List<String>> holders(List<Post> posts) {
        return posts.stream().collect(Collectors.groupingBy(post -> new Snapshot.Seat(post.unit(), post.role()),
                Collectors.mapping(Post::staffNo, Collectors.toList())));
    }
}
