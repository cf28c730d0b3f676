package org.yekuo.stage.household.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.yekuo.customer.Accounts;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.customer.StandardAddress;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.stage.acceptance.CommunityLoad;
import org.yekuo.stage.household.HouseholdRow;
import org.yekuo.stage.household.Households.Household;
import org.yekuo.stage.household.Households.State;
import org.yekuo.stage.household.ImportingHouseholds.Given;
import org.yekuo.stage.metering.Installations;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Violation;

/** What is wrong with the rows of a list, each on its own and against what is listed, installed and supplied already; read in one go for all rows. */
@Component
public class ListChecks {

    /** A row with its household; what could not be read of a refused one is empty. */
    public record Judged(int row, Household household, List<Violation> violations) {}

    private final HouseholdStore store;
    private final Installations installations;
    private final Accounts accounts;
    private final Regulations regulations;

    ListChecks(HouseholdStore store, Installations installations, Accounts accounts, Regulations regulations) {
        this.store = store;
        this.installations = installations;
        this.accounts = accounts;
        this.regulations = regulations;
    }

    /** What is taken elsewhere. */
    private record Taken(Map<String, String> meters, Map<String, String> seals, Map<StandardAddress, ConsumerNo> supplied, Map<String, String> listedPlaces,
            Map<String, String> listedMeters) {}

    public List<Judged> judge(CaseNo batch, String pack, List<Given> rows) {
        var meters = rows.stream().map(given -> given.household().assetNo()).filter(Objects::nonNull).distinct().toList();
        var seals = rows.stream().map(given -> given.household().sealNo()).filter(Objects::nonNull).distinct().toList();
        var places = rows.stream().map(given -> given.household().address()).filter(Objects::nonNull).map(StandardAddress::of).distinct().toList();
        var numbers = rows.stream().map(given -> given.household().n()).toArray(Integer[]::new);
        var taken = new Taken(installations.devicesInUse(batch.unit(), meters), installations.sealsInUse(batch.unit(), seals), accounts.openAt(batch.unit(), places),
                store.listedPlaces(batch, places.stream().map(StandardAddress::value).toList(), numbers), store.listedMeters(batch, meters, numbers));
        var rules = regulations.pack(pack).orElseThrow();
        var seen = new HashMap<String, Integer>();
        var judged = new ArrayList<Judged>();
        for (var given : rows) {
            var found = new ArrayList<>(given.unreadable());
            found.addAll(wrong(given.household(), taken));
            twice(given, seen, found);
            judged.add(new Judged(given.row(), household(given.household(), rules), found));
        }
        return judged;
    }

    private static List<Violation> wrong(HouseholdRow row, Taken taken) {
        var found = new ArrayList<Violation>();
        var address = row.address();
        if (address == null || address.isBlank()) {
            found.add(Violation.at("address", "household.no-address", row.n()));
        } else {
            var place = StandardAddress.of(address);
            var supplied = taken.supplied().get(place);
            var listed = taken.listedPlaces().get(place.value());
            if (supplied != null) {
                found.add(Violation.at("address", "household.supplied", address, supplied));
            } else if (listed != null) {
                found.add(Violation.at("address", "household.listed-elsewhere", address, listed));
            }
        }
        if (row.areaM2() == null) {
            found.add(Violation.at("areaM2", "household.no-area", row.n()));
        }
        var meter = row.assetNo();
        if (meter == null || meter.isBlank()) {
            found.add(Violation.at("assetNo", "household.no-meter", row.n()));
        } else if (taken.meters().containsKey(meter) || taken.listedMeters().containsKey(meter)) {
            found.add(Violation.at("assetNo", "household.meter-in-use", meter, taken.meters().getOrDefault(meter, taken.listedMeters().getOrDefault(meter, ""))));
        }
        var seal = row.sealNo();
        if (seal == null || seal.isBlank()) {
            found.add(Violation.at("sealNo", "household.no-seal", row.n()));
        } else if (taken.seals().containsKey(seal)) {
            found.add(Violation.at("sealNo", "household.seal-in-use", seal, taken.seals().getOrDefault(seal, "")));
        }
        return found;
    }

    /** The same place, meter, seal or number once more further up in the same list. */
    private static void twice(Given given, Map<String, Integer> seen, List<Violation> found) {
        var row = given.household();
        var address = row.address();
        once("n " + row.n(), "n", String.valueOf(row.n()), given.row(), seen, found);
        if (address != null && !address.isBlank()) {
            once("at " + StandardAddress.of(address), "address", address, given.row(), seen, found);
        }
        if (row.assetNo() != null) {
            once("meter " + row.assetNo(), "assetNo", row.assetNo(), given.row(), seen, found);
        }
        if (row.sealNo() != null) {
            once("seal " + row.sealNo(), "sealNo", row.sealNo(), given.row(), seen, found);
        }
    }

    private static void once(String key, String field, String value, int row, Map<String, Integer> seen, List<Violation> found) {
        var first = seen.putIfAbsent(key, row);
        if (first != null) {
            found.add(Violation.at(field, "household.twice", value, first));
        }
    }

    private static Household household(HouseholdRow row, Pack pack) {
        var area = Objects.requireNonNullElse(row.areaM2(), BigDecimal.ZERO);
        return new Household(row.n(), Objects.requireNonNullElse(row.address(), ""), area, CommunityLoad.dwellingKw(pack, area), Objects.requireNonNullElse(row.assetNo(), ""),
                Objects.requireNonNullElse(row.startKwh(), BigDecimal.ZERO), Objects.requireNonNullElse(row.sealNo(), ""), State.LISTED, null, null);
    }
}
