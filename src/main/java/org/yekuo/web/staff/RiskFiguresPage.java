package org.yekuo.web.staff;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yekuo.access.CurrentStaff;
import org.yekuo.casework.ReadingRisk;
import org.yekuo.organisation.Organisation;
import org.yekuo.organisation.Staff;
import org.yekuo.regulation.LimitRow;
import org.yekuo.regulation.Regulations;
import org.yekuo.vocabulary.Text;

/** Beside what is on its way: what people have (人员负荷), how long cases took (办理天数), and which times ask to be looked at (时间复核). */
@Controller
class RiskFiguresPage {

    private static final int MOST = 200;

    record Person(String name, ReadingRisk.Load load) {}

    record Time(ReadingRisk.Suspicious item, String unit, @Nullable String by, @Nullable Text limit) {}

    private final ReadingRisk reading;
    private final Organisation organisation;
    private final Regulations regulations;
    private final CurrentStaff current;
    private final ListRows rows;

    RiskFiguresPage(ReadingRisk reading, Organisation organisation, Regulations regulations, CurrentStaff current, ListRows rows) {
        this.reading = reading;
        this.organisation = organisation;
        this.regulations = regulations;
        this.current = current;
        this.rows = rows;
    }

    @GetMapping("/work/risk/load")
    String load(Model model) {
        model.addAttribute("people", reading.load(current.staffNo()).stream().map(one -> new Person(name(one.staffNo()), one)).toList());
        return "staff/risk-load";
    }

    @GetMapping("/work/risk/days")
    String days(Model model) {
        model.addAttribute("months", reading.months(current.staffNo()));
        return "staff/risk-days";
    }

    @GetMapping("/work/risk/review")
    String review(Model model) {
        model.addAttribute("times", reading.suspicious(current.staffNo(), MOST).stream()
                .map(one -> new Time(one, rows.unit(one.handledBy()), one.by() == null ? null : name(one.by()), one.kind().equals("LAST_DAY") ? limit(Objects.requireNonNullElse(one.because(), "")) : null)).toList());
        return "staff/risk-review";
    }

    private Text limit(String key) {
        return regulations.all().stream().flatMap(pack -> pack.limits().stream()).filter(row -> row.limit().equals(key)).map(LimitRow::name).findFirst().orElse(new Text(key, key));
    }

    private String name(String staffNo) {
        return Optional.of(staffNo).flatMap(organisation::staff).map(Staff::name).orElse(staffNo);
    }
}
