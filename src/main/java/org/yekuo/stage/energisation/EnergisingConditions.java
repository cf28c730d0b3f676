package org.yekuo.stage.energisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yekuo.casework.CaseView;
import org.yekuo.organisation.Role;
import org.yekuo.regulation.DecisionTable;
import org.yekuo.stage.contract.ContractSigned;
import org.yekuo.stage.energisation.Energised.Declarations;
import org.yekuo.vocabulary.Text;
import org.yekuo.vocabulary.YekuoException;

/**
 * The conditions under which a supply may be energised (送电条件, 接电八条件): every row of the pack's {@code energising-conditions} that applies.
 * What the ledger knows is judged from it; the rest must be declared with the result.
 */
public final class EnergisingConditions {

    private static final String TABLE = "energising-conditions";
    private static final String GREEN = "green-channel";

    private final CaseView view;
    private final @Nullable Declarations declared;
    private final LocalDate day;

    private EnergisingConditions(CaseView view, @Nullable Declarations declared, LocalDate day) {
        this.view = view;
        this.declared = declared;
        this.day = day;
    }

    /** All conditions as they stand before anybody declares anything. */
    public static List<Light> lights(CaseView view) {
        return lights(view, null);
    }

    /** All conditions with what a result declares. */
    public static List<Light> lights(CaseView view, @Nullable Energised result) {
        var on = result == null || result.switchedOn() == null ? view.today() : result.switchedOn().day();
        var conditions = new EnergisingConditions(view, result == null ? null : result.declarations(), on);
        var lights = new ArrayList<Light>();
        for (var row : view.pack().all(TABLE, view.facts())) {
            lights.add(conditions.light(row));
        }
        return lights;
    }

    private Light light(DecisionTable.Row row) {
        var code = String.valueOf(row.gives().get("code"));
        return switch (code) {
            case "GRID_WORKS_ACCEPTED" -> byStage(row, code, "grid-works");
            case "CUSTOMER_WORKS_PASSED" -> byStage(row, code, "completion-inspection");
            case "CONTRACT_SIGNED" -> byStage(row, code, "contract", "contract-annex");
            case "FEES_SETTLED" -> byStage(row, code, "fee");
            case "METERING_PASSED" -> byStage(row, code, "metering");
            case "DISPATCH_AGREEMENT" -> light(row, code, Role.ACCOUNT_MANAGER.text(), "contract",
                    view.result("contract", ContractSigned.class).map(contract -> contract.hasAnnex("DISPATCH_AGREEMENT")).orElse(false));
            case "START_UP_PLAN" -> declared(row, code, Role.DISPATCHER, declared != null && given(declared.startUpPlan()));
            case "ELECTRICIANS_QUALIFIED" -> declared(row, code, Role.INSPECTOR, declared != null && qualified(declared));
            case "SAFETY_MEASURES" -> declared(row, code, Role.INSPECTOR, declared != null && Boolean.TRUE.equals(declared.safetyMeasures()));
            case "TAPPING_ORDER" -> declared(row, code, Role.DISTRIBUTION, declared != null && given(declared.tappingOrder()));
            case "DISPATCH_NUMBERING" -> declared(row, code, Role.DISPATCHER, declared != null && given(declared.dispatchNumbers()));
            case "RELAY_SETTINGS" -> declared(row, code, Role.RELAY_PROTECTION, declared != null && given(declared.relaySettings()));
            case "OUTAGE_PLAN" -> declared(row, code, Role.DISTRIBUTION, declared != null && declared.outage() != null);
            default -> throw new YekuoException("energisation.unknown-condition",
                    "The pack " + view.pack().id() + " demands " + code + " before energising, which nobody here can judge.");
        };
    }

    /** True when every one of these stages the procedure has is settled; the first is named. */
    private Light byStage(DecisionTable.Row row, String code, String... stages) {
        boolean lit = true;
        for (var stage : stages) {
            lit &= view.procedure().stage(stage).isEmpty() || view.settled(stage);
        }
        var owner = view.procedure().stage(stages[0]).map(stage -> stage.department().text()).orElse(Role.ACCOUNT_MANAGER.text());
        return light(row, code, owner, stages[0], lit);
    }

    private Light declared(DecisionTable.Row row, String code, Role owner, boolean lit) {
        return light(row, code, owner.text(), null, lit);
    }

    private Light light(DecisionTable.Row row, String code, Text owner, @Nullable String stage, boolean lit) {
        var zh = String.valueOf(row.gives().getOrDefault("name", code));
        return new Light(code, new Text(zh, String.valueOf(row.gives().getOrDefault("nameEn", zh))), lit, owner, stage, row.basis().clause(), mayFollow(code));
    }

    private boolean mayFollow(String code) {
        return view.facts().isTrue("greenChannel") && view.pack().tables().containsKey(GREEN)
                && view.pack().all(GREEN, view.facts()).stream().anyMatch(row -> code.equals(row.gives().get("defers")));
    }

    /** At least one electrician, and every certificate valid on the day. */
    private boolean qualified(Declarations declarations) {
        var electricians = declarations.electriciansOrNone();
        return !electricians.isEmpty() && electricians.stream().noneMatch(electrician -> electrician.validUntil().isBefore(day));
    }

    private static boolean given(@Nullable String paper) {
        return paper != null && !paper.isBlank();
    }
}
