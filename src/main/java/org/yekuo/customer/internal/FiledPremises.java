package org.yekuo.customer.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yekuo.customer.Bigrams;
import org.yekuo.customer.Premises;
import org.yekuo.customer.PremisesRef;
import org.yekuo.customer.StandardAddress;
import org.yekuo.vocabulary.UnitCode;

@Service
class FiledPremises implements Premises {

    private final PremisesStore store;

    FiledPremises(PremisesStore store) {
        this.store = store;
    }

    @Override
    public PremisesRef register(UnitCode unit, String address, @Nullable String area) {
        var city = unit.city();
        var standard = StandardAddress.of(address).value();
        var known = store.find(city, standard, area);
        if (known.isPresent()) {
            return area != null && known.get().area() == null ? store.addArea(known.get(), area) : known.get();
        }
        var premises = new PremisesRef(city, store.nextId(), address.strip(), area, false);
        // Somebody else may have filed the same place since we looked.
        return store.insert(premises, standard, tokens(address)) ? premises : store.find(city, standard, area).orElseThrow();
    }

    @Override
    public List<Long> registerAll(UnitCode unit, List<String> addresses) {
        var city = unit.city();
        var standards = addresses.stream().map(address -> StandardAddress.of(address).value()).toList();
        var known = store.findAll(city, Set.copyOf(standards));
        var fresh = new LinkedHashMap<String, String>();
        for (int i = 0; i < addresses.size(); i++) {
            if (!known.containsKey(standards.get(i))) {
                fresh.putIfAbsent(standards.get(i), addresses.get(i));
            }
        }
        var ids = store.nextIds(fresh.size()).iterator();
        var rows = PremisesStore.rows();
        fresh.forEach((standard, address) -> {
            long id = ids.next();
            rows.add(city, id, address.strip(), standard, null, Arrays.asList(tokens(address)));
            known.put(standard, id);
        });
        store.insert(rows);
        return standards.stream().map(known::get).toList();
    }

    @Override
    public Optional<PremisesRef> find(UnitCode unit, long premisesId) {
        return store.find(unit.city(), premisesId);
    }

    @Override
    public List<PremisesRef> search(UnitCode unit, String words, int limit) {
        var tokens = tokens(words);
        return tokens.length == 0 ? List.of() : store.search(unit.city(), tokens, limit);
    }

    private static String[] tokens(String text) {
        return Bigrams.of(text).toArray(String[]::new);
    }
}
