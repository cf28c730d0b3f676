package org.yekuo.publishing.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.yekuo.casework.ReadingIntakes.Intake;
import org.yekuo.publishing.Preview.Difference;
import org.yekuo.regulation.Pack;
import org.yekuo.vocabulary.Facts;

/**
 * One case tried under another pack. Pure.
 *
 * @param decided whether the other pack has a procedure for it
 */
public record Trial(List<Difference> differences, boolean decided) {

    /** Each pack picks the voltage itself, unless the customer had asked for one. Fees are looked at on the day the case was registered, and on {@code day} under the other pack. */
    public static Trial of(Pack own, Pack other, Intake intake, LocalDate day) {
        var known = new TreeMap<>(intake.facts().values());
        known.remove("voltageKv");
        var wish = intake.voltageWish();
        var facts = wish == null ? new Facts(known) : new Facts(known).with("voltageKv", wish);
        var would = PackVerdict.of(other, facts, day);
        return new Trial(PackVerdict.of(own, facts, intake.registeredOn()).against(would), would.decided());
    }
}
