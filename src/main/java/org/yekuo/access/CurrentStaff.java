package org.yekuo.access;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.YekuoException;

/** Who is signed in. */
@Component
public class CurrentStaff {

    private final Organisation organisation;

    CurrentStaff(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The staff number; fails when nobody is signed in, which the border sees to beforehand. */
    public String staffNo() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof String staffNo)) {
            throw new YekuoException("access.nobody", "Nobody is signed in.");
        }
        return staffNo;
    }

    /** The login she signed in with. */
    public String login() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getDetails() instanceof String login)) {
            throw new YekuoException("access.nobody", "Nobody is signed in.");
        }
        return login;
    }

    /** Who is signed in, where nobody has to be. */
    public Optional<Actor> ifAny() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null || authentication instanceof AnonymousAuthenticationToken ? Optional.empty() : Optional.of(actor());
    }

    public Actor actor() {
        var no = staffNo();
        return Actor.staff(no, organisation.staff(no).map(Staff::name).orElse(no));
    }
}
