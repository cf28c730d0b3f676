package org.yekuo.casework.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.casework.internal.ledger.CaseFile;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.language.Words;
import org.yekuo.organisation.Hall;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.organisation.Unit;

/** What every paper says of its case (文头): whom it is for, what was applied for, who handles it. Taken when the paper is issued; it never changes after. */
@Component
class Letterhead {

    /** Who was there, by staff numbers. */
    private static final List<String> PEOPLE = List.of("surveyors", "inspectors", "installers");

    private final Customers customers;
    private final Organisation organisation;
    private final GridWords grid;
    private final Words words;

    Letterhead(Customers customers, Organisation organisation, GridWords grid, Words words) {
        this.customers = customers;
        this.organisation = organisation;
        this.grid = grid;
        this.words = words;
    }

    /** {@code content} in plain Chinese, people and places by their names, with what is to be said of the case as {@code case}. */
    Map<String, Object> over(Desk desk, Map<String, Object> content) {
        var file = desk.file;
        var said = new TreeMap<>(grid.named(file.unit(), words.plain(content)));
        for (var people : PEOPLE) {
            said.computeIfPresent(people, (name, numbers) -> numbers instanceof List<?> list ? list.stream().map(this::person).toList() : numbers);
        }
        said.put("case", about(file, desk.customer(customers)));
        return said;
    }

    /** A member of staff by her name; somebody else as she was written down. */
    private String person(Object number) {
        return organisation.staff(number.toString()).map(Staff::name).orElse(number.toString());
    }

    private Map<String, Object> about(CaseFile file, Optional<CustomerView> whom) {
        var about = new TreeMap<String, Object>();
        var application = file.application;
        about.put("no", file.no.value());
        about.put("customerName", application.customerName());
        about.put("address", application.address());
        about.put("channel", words.word(application.channel()).zh());
        about.put("registeredOn", file.registeredOn.toString());
        about.put("procedure", file.procedure.name().zh());
        about.put("capacityKva", application.load().capacityKva());
        about.put("sources", application.load().sources());
        about.put("circuits", application.load().circuits());
        about.put("pack", file.pack.name().zh());
        about.put("unitName", organisation.unit(file.handledBy).map(Unit::name).orElse(file.handledBy.value()));
        about.put("personal", application.applicantKind().equals("PERSON"));
        put(about, "originalNo", file.originalNo);
        put(about, "acceptedOn", file.acceptedOn);
        put(about, "demandKw", application.load().demandKw());
        put(about, "requiredBy", application.requiredBy());
        put(about, "projectName", application.project().name());
        put(about, "industry", application.project().industry());
        put(about, "products", application.project().products());
        for (var fact : new String[] {"class", "business", "nature", "phaseKind", "importance"}) {
            file.facts.text(fact).ifPresent(word -> about.put(fact, words.fact(fact, word).zh()));
        }
        about.put("drawingsReviewed", file.facts.isTrue("drawingsReviewed"));
        file.facts.number("voltageKv").ifPresent(kv -> about.put("voltageKv", kv));
        var temporary = application.temporary();
        if (temporary != null) {
            about.put("temporary", Map.of("purpose", temporary.purpose(), "until", temporary.until().toString()));
        }
        hall(file).ifPresent(hall -> {
            about.put("hall", hall.name());
            about.put("hallPhone", hall.phone());
        });
        whom.ifPresent(customer -> customer(about, customer));
        Optional.ofNullable(file.owner).flatMap(organisation::staff).ifPresent(owner -> {
            about.put("owner", owner.name());
            put(about, "ownerPhone", owner.phone());
        });
        return about;
    }

    private Optional<Hall> hall(CaseFile file) {
        return organisation.hall(file.hall);
    }

    /** Her numbers masked: a letter is read by many. */
    private void customer(Map<String, Object> about, CustomerView customer) {
        about.put("idType", words.word(customer.idType()).zh());
        about.put("idNumber", customer.idNumber());
        about.put("phone", customer.phone());
        about.put("contact", customer.contact() == null ? customer.name() : customer.contact());
        if (customer.agent() != null) {
            about.put("agent", customer.agent().name());
        }
    }

    private static void put(Map<String, Object> about, String name, @Nullable Object value) {
        if (value != null) {
            about.put(name, value instanceof Number ? value : value.toString());
        }
    }
}
