package org.yekuo.web.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yekuo.regulation.Procedure;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Text;

/** A procedure drawn from its rows: departments are lanes, and a stage stands as far right as the longest way to it. */
public record ProcedureDrawing(Text name, List<Lane> lanes, List<Box> boxes, List<Line> lines, int width, int height) {

    public record Lane(Text department, int y, int height) {}

    /** One stage; {@code state} is empty where no case is drawn. */
    public record Box(String key, Text name, int x, int y, String state, boolean customerFacing, boolean receipt) {}

    public record Line(String path) {}

    public static final int BOX_WIDTH = 92;
    public static final int BOX_HEIGHT = 40;
    private static final int COLUMN = 118;
    private static final int ROW = 54;
    private static final int LEFT = 96;

    /** Draws a procedure; {@code states} says how each stage of a case stands (DONE, OPEN, WAITING, SKIPPED), stages without one are ahead. */
    public static ProcedureDrawing of(Procedure procedure, Map<String, String> states) {
        var columns = columns(procedure);
        var lanes = new LinkedHashMap<Object, List<StageDefinition>>();
        procedure.stages().forEach(stage -> lanes.computeIfAbsent(stage.department(), department -> new ArrayList<>()).add(stage));
        var boxes = new LinkedHashMap<String, Box>();
        var drawn = new ArrayList<Lane>();
        int y = 0;
        for (var stages : lanes.values()) {
            var taken = new HashMap<Integer, Integer>();
            int rows = 1;
            for (var stage : stages) {
                int column = columns.getOrDefault(stage.key(), 0);
                int row = taken.merge(column, 1, Integer::sum) - 1;
                rows = Math.max(rows, row + 1);
                boxes.put(stage.key(), new Box(stage.key(), stage.name(), LEFT + column * COLUMN, y + 7 + row * ROW, states.getOrDefault(stage.key(), ""),
                        stage.customerFacing(), stage.receipt() != null));
            }
            drawn.add(new Lane(stages.getFirst().department().text(), y, rows * ROW));
            y += rows * ROW;
        }
        int width = LEFT + (columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1) * COLUMN;
        return new ProcedureDrawing(procedure.name(), drawn, List.copyOf(boxes.values()), lines(procedure, boxes), width, y);
    }

    private static Map<String, Integer> columns(Procedure procedure) {
        var columns = new HashMap<String, Integer>();
        for (var stage : procedure.stages()) {
            columns.put(stage.key(), stage.after().stream().mapToInt(before -> columns.getOrDefault(before, 0) + 1).max().orElse(0));
        }
        return columns;
    }

    private static List<Line> lines(Procedure procedure, Map<String, Box> boxes) {
        var lines = new ArrayList<Line>();
        for (var stage : procedure.stages()) {
            var to = boxes.get(stage.key());
            for (var before : stage.after()) {
                var from = boxes.get(before);
                if (from != null && to != null) {
                    int x1 = from.x() + BOX_WIDTH;
                    int y1 = from.y() + BOX_HEIGHT / 2;
                    int y2 = to.y() + BOX_HEIGHT / 2;
                    int bend = to.x() - 13;
                    lines.add(new Line("M%d %dH%dV%dH%d".formatted(x1, y1, bend, y2, to.x() - 4)));
                }
            }
        }
        return lines;
    }
}
