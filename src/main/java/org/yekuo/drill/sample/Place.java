package org.yekuo.drill.sample;

import java.util.List;
import java.util.stream.Stream;
import org.yekuo.vocabulary.UnitCode;

/** Where a tale happens: a company with its hall and its lines, as the sample grid lays them. */
record Place(UnitCode unit, String town) {

    static final List<Place> COUNTIES = List.of(
            new Place(new UnitCode("340121"), "长丰县水湖镇"), new Place(new UnitCode("340122"), "肥东县店埠镇"), new Place(new UnitCode("340123"), "肥西县上派镇"),
            new Place(new UnitCode("341321"), "砀山县砀城镇"), new Place(new UnitCode("341322"), "萧县龙城镇"), new Place(new UnitCode("340225"), "无为县无城镇"));
    static final Place CHANGFENG = COUNTIES.getFirst();
    static final Place HEFEI = new Place(new UnitCode("3401"), "合肥市蜀山区");
    static final Place SUZHOU = new Place(new UnitCode("3413"), "宿州市埇桥区");
    static final Place WUHU = new Place(new UnitCode("3402"), "芜湖市镜湖区");

    static List<Place> all() {
        return Stream.concat(COUNTIES.stream(), Stream.of(HEFEI, SUZHOU, WUHU)).toList();
    }

    String hall() {
        return unit + "-01";
    }

    /** The six digits codes of the grid carry. */
    private String six() {
        return unit.isCounty() ? unit.value() : unit.value() + "00";
    }

    String feeder(int n) {
        return "L" + six() + "%02d".formatted(n);
    }

    String substation(String letter) {
        return "B" + six() + letter;
    }

    /** One of the four lines of 10 kV, and the substation it comes from: odd ones from the first, even ones from the second. */
    String line(int n) {
        return feeder(1 + n % 4);
    }

    String lineSubstation(int n) {
        return substation(n % 4 % 2 == 0 ? "A" : "B");
    }

    /** One of the three transformer areas. */
    String area(int n) {
        return feeder((unit.isCounty() ? 7 : 9) + n % 3);
    }

    String areaSubstation(int n) {
        return substation(n % 3 == 1 ? "B" : "A");
    }
}
