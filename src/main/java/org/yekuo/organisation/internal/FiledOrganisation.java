package org.yekuo.organisation.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Post;
import org.yekuo.organisation.Role;
import org.yekuo.organisation.Scope;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;
import org.yekuo.vocabulary.UnitCode;

@Component
class FiledOrganisation implements Organisation {

    private final OrganisationStore store;

    FiledOrganisation(OrganisationStore store) {
        this.store = store;
    }

    @Override
    public Optional<Unit> unit(UnitCode code) {
        return Optional.ofNullable(store.snapshot().units().get(code));
    }

    @Override
    public Optional<Hall> hall(String code) {
        return Optional.ofNullable(store.snapshot().halls().get(code));
    }

    @Override
    public List<Unit> units() {
        return store.snapshot().units().values().stream().sorted(Comparator.comparing(unit -> unit.code().value())).toList();
    }

    @Override
    public List<Hall> halls() {
        return store.snapshot().halls().values().stream().sorted(Comparator.comparing(Hall::code)).toList();
    }

    @Override
    public Optional<Staff> staff(String staffNo) {
        return Optional.ofNullable(store.snapshot().staff().get(staffNo));
    }

    @Override
    public List<Staff> holders(UnitCode unit, Role role, LocalDate day) {
        return store.snapshot().holders(unit, role, day);
    }

    @Override
    public boolean holds(String staffNo, Role role, UnitCode unit, LocalDate day) {
        return store.snapshot().holds(staffNo, role, unit, day);
    }

    @Override
    public Set<Post> hats(String staffNo, LocalDate day) {
        return store.snapshot().hats(staffNo, day);
    }

    @Override
    public Scope scope(String staffNo, LocalDate day) {
        return new Scope(staffNo, hats(staffNo, day).stream().map(Post::unit).collect(Collectors.toSet()));
    }
}
