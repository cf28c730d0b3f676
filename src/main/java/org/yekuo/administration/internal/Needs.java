package org.yekuo.administration.internal;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.Level;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.PartDefinition;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.UnitCode;

/** Which roles a pack gives work to in a unit, and in which stages (岗位需求). Pure. */
public final class Needs {

    private Needs() {}

    /** @param hall whether the unit has a hall, where applications come in */
    public static Map<Role, Set<Text>> of(Pack pack, UnitCode unit, boolean hall) {
        var needs = new EnumMap<Role, Set<Text>>(Role.class);
        for (var procedure : pack.procedures()) {
            for (var stage : procedure.stages()) {
                stage.parts().forEach(part -> add(needs, pack, stage, part, unit, hall));
            }
        }
        return needs;
    }

    private static void add(Map<Role, Set<Text>> needs, Pack pack, StageDefinition stage, PartDefinition part, UnitCode unit, boolean hall) {
        if (part.role() != null) {
            add(needs, part.role(), part.level(), stage, unit, hall);
        }
        pack.approvals().stream().filter(row -> row.subject().equals(part.approval())).forEach(row -> {
            add(needs, row.approver(), row.level(), stage, unit, hall);
            row.countersigns().forEach(sign -> add(needs, sign.role(), sign.level(), stage, unit, hall));
        });
    }

    private static void add(Map<Role, Set<Text>> needs, Role role, Level level, StageDefinition stage, UnitCode unit, boolean hall) {
        boolean here = switch (level) {
            case HALL -> hall;
            case HANDLER -> !unit.isProvince();
            case CITY -> unit.isCity();
            case PROVINCE -> unit.isProvince();
        };
        if (here) {
            needs.computeIfAbsent(role, any -> new LinkedHashSet<>()).add(stage.name());
        }
    }
}
