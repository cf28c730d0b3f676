package org.yekuo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

/**
 * Draws the rooms and who uses whom from the code, and keeps the picture in the documentation true. When it fails, look at the change and run
 * it with {@code -Dyekuo.update-pictures=true}.
 */
class RoomsPictureTest {

    private static final Path PICTURE = Path.of("docs/images/rooms.svg");

    private static final Map<String, List<String>> FLOORS = new LinkedHashMap<>();

    static {
        FLOORS.put("顶层 / top", List.of("drill"));
        FLOORS.put("五 / 5", List.of("api", "web"));
        FLOORS.put("四 / 4", List.of("supervision"));
        FLOORS.put("三 / 3", List.of("stage.acceptance", "stage.survey", "stage.plan", "stage.fee", "stage.design", "stage.gridworks", "stage.inspection",
                "stage.contract", "stage.metering", "stage.temporary", "stage.energisation", "stage.billing", "stage.household", "stage.callback", "stage.afterwards", "stage.archive"));
        FLOORS.put("二 / 2", List.of("casework", "publishing", "portal", "appointment"));
        FLOORS.put("一 / 1", List.of("administration", "customer", "grid", "document"));
        FLOORS.put("底层 / ground", List.of("vocabulary", "form", "language", "database", "calendar", "organisation", "regulation", "access", "outbox"));
    }

    private static final Map<String, String> CHINESE = Map.ofEntries(Map.entry("drill", "演练"), Map.entry("api", "接口"), Map.entry("web", "页面"), Map.entry("stage.acceptance", "受理"),
            Map.entry("stage.survey", "勘查"), Map.entry("stage.plan", "方案"), Map.entry("stage.fee", "业务费"), Map.entry("stage.design", "审图"),
            Map.entry("stage.gridworks", "配套工程"), Map.entry("stage.inspection", "检验"), Map.entry("stage.contract", "合同"), Map.entry("stage.metering", "装表"),
            Map.entry("stage.energisation", "送电"), Map.entry("stage.billing", "建卡"), Map.entry("stage.household", "户表"), Map.entry("stage.callback", "回访"), Map.entry("stage.archive", "归档"),
            Map.entry("stage.temporary", "临时用电"), Map.entry("stage.afterwards", "补办"), Map.entry("casework", "大厅"), Map.entry("publishing", "发布"), Map.entry("portal", "网办"), Map.entry("appointment", "预约"), Map.entry("customer", "客户"), Map.entry("grid", "电网"), Map.entry("document", "文书"), Map.entry("vocabulary", "词汇"),
            Map.entry("form", "表单"), Map.entry("language", "语言"), Map.entry("database", "数据库"), Map.entry("calendar", "日历"), Map.entry("organisation", "组织"),
            Map.entry("regulation", "规则"), Map.entry("access", "权限"), Map.entry("outbox", "发件箱"), Map.entry("supervision", "监督"), Map.entry("administration", "管理"));

    @Test
    void the_picture_in_the_documentation_shows_the_rooms_as_they_are() throws IOException {
        var drawn = draw(uses());
        if (Boolean.getBoolean("yekuo.update-pictures")) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, drawn);
        }
        assertThat(PICTURE).hasContent(drawn);
    }

    private static Map<String, TreeSet<String>> uses() {
        var rooms = ApplicationModules.of(Yekuo.class);
        var uses = new TreeMap<String, TreeSet<String>>();
        for (ApplicationModule room : rooms) {
            var used = new TreeSet<String>();
            room.getDirectDependencies(rooms, DependencyType.values()).stream().map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                    .filter(name -> !name.equals(room.getIdentifier().toString())).forEach(used::add);
            uses.put(room.getIdentifier().toString(), used);
        }
        return uses;
    }

    private static String draw(Map<String, TreeSet<String>> uses) {
        var known = FLOORS.values().stream().flatMap(List::stream).toList();
        assertThat(known).as("every room has its place in the picture").containsExactlyInAnyOrderElementsOf(uses.keySet());
        var out = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1180 560\" role=\"img\" font-family=\"sans-serif\">\n"
                + "<title>Floors and rooms, drawn from the code</title>\n<rect width=\"1180\" height=\"560\" fill=\"#fff\"/>\n");
        var places = new TreeMap<String, int[]>();
        int y = 20;
        for (var floor : FLOORS.entrySet()) {
            out.append("<rect x=\"10\" y=\"%d\" width=\"1160\" height=\"76\" fill=\"#f4f7f6\"/>%n<text x=\"20\" y=\"%d\" font-size=\"11\" fill=\"#555\">%s</text>%n"
                    .formatted(y, y + 14, floor.getKey()));
            int width = Math.min(150, 1050 / floor.getValue().size());
            int x = 110;
            for (var room : floor.getValue()) {
                places.put(room, new int[] {x + width / 2, y + 40});
                x += width;
            }
            y += 90;
        }
        lines(uses, places).forEach(out::append);
        places.forEach((room, at) -> out.append(box(room, at)));
        return out.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    /** Who uses whom; the lines are thin, for there are many. */
    private static List<String> lines(Map<String, TreeSet<String>> uses, Map<String, int[]> places) {
        var lines = new ArrayList<String>();
        uses.forEach((room, used) -> used.forEach(target -> lines.add("<path d=\"M%d %d L%d %d\" stroke=\"#0b6e5f\" stroke-opacity=\"0.16\" fill=\"none\"/>%n"
                .formatted(places.get(room)[0], places.get(room)[1], places.get(target)[0], places.get(target)[1]))));
        return lines;
    }

    private static String box(String room, int[] at) {
        var name = room.replace("stage.", "");
        int width = room.startsWith("stage.") ? 78 : 104;
        return ("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"44\" rx=\"4\" fill=\"#fff\" stroke=\"#0b6e5f\"/>%n"
                + "<text x=\"%d\" y=\"%d\" font-size=\"14\" text-anchor=\"middle\">%s</text>%n"
                + "<text x=\"%d\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\" fill=\"#555\">%s</text>%n")
                .formatted(at[0] - width / 2, at[1] - 20, width, at[0], at[1] - 2, CHINESE.get(room), at[0], at[1] + 14, name);
    }
}
