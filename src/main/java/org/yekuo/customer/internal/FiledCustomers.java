package org.yekuo.customer.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yekuo.calendar.MachineClock;
import org.yekuo.customer.Bigrams;
import org.yekuo.customer.CustomerRef;
import org.yekuo.customer.CustomerView;
import org.yekuo.customer.Customers;
import org.yekuo.customer.IdType;
import org.yekuo.customer.Party;
import org.yekuo.customer.StandardAddress;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.Answer;
import org.yekuo.vocabulary.Refusal;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class FiledCustomers implements Customers {

    private static final Pattern LAST_FOUR = Pattern.compile("\\d{3}[0-9A-Z]");

    private final CustomerStore store;
    private final SealedNumbers numbers;
    private final MachineClock clock;

    FiledCustomers(CustomerStore store, SealedNumbers numbers, MachineClock clock) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public List<Violation> check(Party party, LocalDate today) {
        return PartyCheck.check(party, today);
    }

    @Override
    @Transactional
    public CustomerRef register(UnitCode unit, Party party, Actor by) {
        var city = unit.city();
        var identity = numbers.identity(party.idType(), party.idNumber());
        var known = identity == null ? Optional.<CustomerStore.Row>empty() : store.find(city, identity);
        if (known.isEmpty()) {
            var row = row(city, store.nextId(), party);
            if (store.insert(row, identity, tokens(row), clock.now(), by)) {
                return new CustomerRef(city, row.id(), false, List.of());
            }
            // Somebody else filed the same identity since we looked.
            known = store.find(city, Objects.requireNonNull(identity));
        }
        return refresh(known.orElseThrow(), party, by);
    }

    @Override
    @Transactional
    public List<Long> registerAll(UnitCode unit, List<Party> parties, Actor by) {
        var city = unit.city();
        var identities = parties.stream().map(party -> numbers.identity(party.idType(), party.idNumber())).map(CustomerBatch.Identity::of).toList();
        var batch = new CustomerBatch(store.findAll(city, identities));
        var ids = store.nextIds(parties.size()).iterator();
        var now = clock.now();
        var answer = new ArrayList<Long>();
        for (int i = 0; i < parties.size(); i++) {
            var party = parties.get(i);
            var known = batch.known(identities.get(i));
            if (known == null) {
                var row = row(city, ids.next(), party);
                batch.add(row, identities.get(i), tokens(row), now, by);
                answer.add(row.id());
            } else {
                batch.alsoCalled(city, known, party.name().strip());
                answer.add(known.id());
            }
        }
        store.insert(batch, now, by);
        return answer;
    }

    @Override
    public Optional<CustomerRef> byIdentity(UnitCode unit, IdType idType, String idNumber) {
        var identity = numbers.identity(idType, idNumber);
        return identity == null ? Optional.empty()
                : store.find(unit.city(), identity).map(row -> new CustomerRef(row.unit(), row.id(), true, List.of()));
    }

    @Override
    public Optional<CustomerView> view(UnitCode unit, long customerId) {
        return store.find(unit.city(), customerId).map(numbers::masked);
    }

    @Override
    @Transactional
    public Answer<CustomerView> unmask(UnitCode unit, long customerId, Actor by, String reason) {
        if (reason.isBlank()) {
            return Answer.invalid(List.of(Violation.at("reason", "customer.unmask-without-reason")));
        }
        var row = store.find(unit.city(), customerId);
        if (row.isEmpty()) {
            return Answer.refused(Refusal.Kind.NOT_FOUND, Violation.of("customer.unknown", customerId));
        }
        store.noteUnmasking(row.get().unit(), customerId, by, reason.strip(), clock.now());
        return Answer.done(numbers.inFull(row.get()));
    }

    @Override
    public List<CustomerView> search(UnitCode unit, String words, int limit) {
        var lastFour = words.strip().toUpperCase(Locale.ROOT);
        var tokens = LAST_FOUR.matcher(lastFour).matches() ? new String[] {lastFour} : Bigrams.of(words).toArray(String[]::new);
        return tokens.length == 0 ? List.of() : store.search(unit.city(), tokens, limit).stream().map(numbers::masked).toList();
    }

    private CustomerRef refresh(CustomerStore.Row known, Party party, Actor by) {
        var warnings = new ArrayList<Violation>();
        if (by.kind() == Actor.Kind.CUSTOMER) {
            // Whoever knows an identity number must not turn another's messages to her own phone: a clerk does that, who has seen the paper.
            if (!numbers.hasPhone(known, party.phone())) {
                warnings.add(Violation.at("phone", "customer.phone-differs"));
            }
        } else {
            var said = row(known.unit(), known.id(), party);
            var row = new CustomerStore.Row(known.unit(), known.id(), known.name(), known.idType(),
                    said.numbers().withIdentityOf(known.numbers()), said.contact(), said.agentName(), said.agentUntil());
            store.refresh(row, tokens(row));
        }
        if (!StandardAddress.of(known.name()).equals(StandardAddress.of(party.name()))) {
            store.noteName(known.unit(), known.id(), party.name().strip(), clock.now(), by);
            warnings.add(Violation.at("name", "customer.name-differs", known.name(), party.name().strip()));
        }
        return new CustomerRef(known.unit(), known.id(), true, warnings);
    }

    private CustomerStore.Row row(UnitCode city, long id, Party party) {
        var agent = party.agent();
        return new CustomerStore.Row(city, id, party.name().strip(), party.idType(), numbers.seal(city, id, party), party.contact(),
                agent == null ? null : agent.name().strip(), agent == null ? null : agent.authorisedUntil());
    }

    private static String[] tokens(CustomerStore.Row row) {
        var tokens = new LinkedHashSet<>(Bigrams.of(row.name()));
        tokens.add(row.numbers().idLast4());
        tokens.add(row.numbers().phoneLast4());
        tokens.remove("");
        return tokens.toArray(String[]::new);
    }
}
