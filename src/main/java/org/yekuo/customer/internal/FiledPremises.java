package org.yekuo.customer.internal;

import java.util.List;
import java.util.Optional;
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
