package org.yekuo.grid.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.yekuo.grid.Feeder;
import org.yekuo.grid.GridNames;
import org.yekuo.grid.Network;
import org.yekuo.grid.Substation;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

@Service
class FiledNetwork implements Network {

    private final NetworkStore store;

    FiledNetwork(NetworkStore store) {
        this.store = store;
    }

    @Override
    public void put(Substation substation) {
        store.put(substation);
    }

    @Override
    public void put(Feeder feeder) {
        store.put(feeder);
    }

    @Override
    public Optional<Feeder> feeder(UnitCode unit, String code) {
        return store.feeder(unit.city(), code);
    }

    @Override
    public Optional<Substation> substation(UnitCode unit, String code) {
        return store.substation(unit.city(), code);
    }

    @Override
    public GridNames names(UnitCode unit, Collection<String> codes) {
        return store.names(unit.city(), codes);
    }

    @Override
    public List<Violation> checkSources(UnitCode unit, Collection<String> feeders) {
        var violations = new ArrayList<Violation>();
        if (feeders.size() < 2) {
            violations.add(Violation.of("grid.sources-fewer", feeders.size()));
        }
        var seen = new HashSet<String>();
        var bySubstation = new HashMap<String, Feeder>();
        for (var code : feeders) {
            var feeder = store.feeder(unit.city(), code);
            if (feeder.isEmpty()) {
                violations.add(Violation.of("grid.feeder-unknown", code));
            } else if (!seen.add(code)) {
                violations.add(Violation.of("grid.source-twice", feeder.get().name()));
            } else {
                var other = bySubstation.putIfAbsent(feeder.get().substation(), feeder.get());
                if (other != null) {
                    var substation = store.substation(unit.city(), other.substation()).orElseThrow();
                    violations.add(Violation.of("grid.same-substation", other.name(), feeder.get().name(), substation.name()));
                }
            }
        }
        return violations;
    }
}
