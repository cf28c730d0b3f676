package org.yekuo.stage.acceptance;

import java.math.BigDecimal;
import java.util.List;
import org.yekuo.casework.Application;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;
import org.yekuo.vocabulary.Violation;

/**
 * An application that was understood.
 *
 * @param unit      the supplying city company
 * @param handledBy the city or county that handles it by the pack's rules
 * @param voltages  the voltages it may be supplied at, kV, the preferred first
 * @param warnings  what a clerk should look at; nothing in it prevents anything
 */
public record ReadApplication(
        Application application, Facts facts, Procedure procedure, UnitCode unit, UnitCode handledBy, List<BigDecimal> voltages,
        List<Violation> warnings) {

    public ReadApplication {
        voltages = List.copyOf(voltages);
        warnings = List.copyOf(warnings);
    }
}
