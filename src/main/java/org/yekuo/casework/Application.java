package org.yekuo.casework;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was applied for (用电申请), without anything personal: that is the customer room's.
 *
 * @param channel       how it came: COUNTER 营业厅, CALL_95598, ONLINE 网上, FAX 传真
 * @param applicantKind PERSON or ORGANISATION
 * @param customerName  as written in the application
 * @param temporary    for a supply for a time (临时用电), else null
 */
public record Application(
        String hall, String business, Channel channel, String applicantKind, String customerName, String address, @Nullable String area,
        Project project, Load load, @Nullable LocalDate requiredBy, boolean agent, @Nullable Temporary temporary) {

    /** An application for a supply that stays. */
    public Application(
            String hall, String business, Channel channel, String applicantKind, String customerName, String address, @Nullable String area,
            Project project, Load load, @Nullable LocalDate requiredBy, boolean agent) {
        this(hall, business, channel, applicantKind, customerName, address, area, project, load, requiredBy, agent, null);
    }

    /** 临时用电: what for, its last day, and by whose permission it may be longer than usual. */
    public record Temporary(String purpose, LocalDate until, @Nullable String permittedBy) {}

    public enum Channel { COUNTER, CALL_95598, ONLINE, FAX }

    /** 工程项目: name, nature (RESIDENTIAL, INDUSTRIAL …), industry and main products. */
    public record Project(@Nullable String name, String nature, @Nullable String industry, @Nullable String products) {}

    /** 用电容量: kVA applied for, kW of equipment where that was declared, phase, wish for a voltage in kV, sources, circuits, importance. */
    public record Load(
            BigDecimal capacityKva, @Nullable BigDecimal demandKw, String phase, @Nullable BigDecimal voltageWish, int sources, int circuits,
            String importance) {}
}
