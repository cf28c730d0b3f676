package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yekuo.form.Asked;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.YekuoException;

/**
 * The load of a residential community (小区负荷测算): what the pack allows each household by its area, times how many draw at once, and what shops
 * and common services take. Pure.
 *
 * @param kw           reckoned load, kW
 * @param kva          the same at the pack's power factor
 * @param neededKva    what the transformers must be at the pack's loading
 * @param transformers the fewest of one size that are enough
 */
public record CommunityLoad(BigDecimal kw, BigDecimal kva, BigDecimal neededKva, Transformers transformers) {

    private static final String TABLE = "community-load";

    /**
     * What a developer states of a community.
     *
     * @param servicesM2 area of common services (物业), m²
     * @param shopsM2    area of shops (商业), m²
     * @param otherKw    other load, such as charging of vehicles, kW
     */
    public record Stated(
            @Asked(usedBy = "rule:acceptance.class") List<Dwellings> dwellings,
            @Asked(usedBy = "rule:acceptance.class", min = "0", max = "1000000") @Nullable BigDecimal servicesM2,
            @Asked(usedBy = "rule:acceptance.class", min = "0", max = "1000000") @Nullable BigDecimal shopsM2,
            @Asked(usedBy = "rule:acceptance.class", min = "0", max = "1000000") @Nullable BigDecimal otherKw) {}

    /** Households of one floor area (户型). */
    public record Dwellings(
            @Asked(usedBy = "rule:acceptance.class", min = "1", max = "5000") BigDecimal areaM2,
            @Asked(usedBy = "rule:acceptance.class", min = "1", max = "100000") int households) {}

    public record Transformers(int count, BigDecimal eachKva) {

        public BigDecimal kva() {
            return eachKva.multiply(BigDecimal.valueOf(count));
        }
    }

    /** Whether the pack says how. */
    public static boolean isReckonedBy(Pack pack) {
        return pack.tables().containsKey(TABLE);
    }

    public static CommunityLoad of(Pack pack, Stated stated) {
        var homes = stated.dwellings().stream().map(some -> dwellingKw(pack, some.areaM2()).multiply(BigDecimal.valueOf(some.households())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var factors = row(pack, "FACTORS");
        var kw = homes.multiply(number(factors, "need"))
                .add(perSquareMetre(pack, "SERVICES", stated.servicesM2()))
                .add(perSquareMetre(pack, "SHOPS", stated.shopsM2()))
                .add(stated.otherKw() == null ? BigDecimal.ZERO : stated.otherKw());
        var kva = kw.divide(number(factors, "cosPhi"), 1, RoundingMode.HALF_UP);
        var needed = kw.divide(number(factors, "cosPhi").multiply(number(factors, "loading")), 1, RoundingMode.HALF_UP);
        return new CommunityLoad(kw.stripTrailingZeros(), kva, needed, enough(pack, needed));
    }

    /** What a household of this area is allowed, kW (户均配置). */
    public static BigDecimal dwellingKw(Pack pack, BigDecimal areaM2) {
        return rows(pack, "DWELLING").stream().filter(row -> row.get("upToM2") == null || areaM2.compareTo(number(row, "upToM2")) <= 0)
                .map(row -> number(row, "kw")).findFirst().orElseThrow(() -> lacks(pack, "DWELLING"));
    }

    private static BigDecimal perSquareMetre(Pack pack, String kind, @Nullable BigDecimal area) {
        return area == null ? BigDecimal.ZERO : area.multiply(number(row(pack, kind), "wattsPerM2")).movePointLeft(3);
    }

    /** As few as possible; of so many, the smallest that are enough. */
    private static Transformers enough(Pack pack, BigDecimal needed) {
        var sizes = rows(pack, "TRANSFORMER").stream().map(row -> number(row, "kva")).sorted().toList();
        var largest = sizes.stream().max(Comparator.naturalOrder()).orElseThrow(() -> lacks(pack, "TRANSFORMER"));
        int count = Math.max(1, needed.divide(largest, 0, RoundingMode.CEILING).intValueExact());
        var each = sizes.stream().filter(size -> size.multiply(BigDecimal.valueOf(count)).compareTo(needed) >= 0).findFirst().orElse(largest);
        return new Transformers(count, each);
    }

    private static Map<String, Object> row(Pack pack, String kind) {
        return rows(pack, kind).stream().findFirst().orElseThrow(() -> lacks(pack, kind));
    }

    private static List<Map<String, Object>> rows(Pack pack, String kind) {
        var table = pack.tables().get(TABLE);
        return table == null ? List.of() : table.rows().stream().map(row -> row.gives()).filter(gives -> kind.equals(gives.get("kind"))).toList();
    }

    private static BigDecimal number(Map<String, Object> row, String name) {
        return new BigDecimal(String.valueOf(row.get(name)));
    }

    private static YekuoException lacks(Pack pack, String kind) {
        return new YekuoException("acceptance.no-community-load", "The pack " + pack.id() + " has no row " + kind + " in its table " + TABLE + ".");
    }
}
