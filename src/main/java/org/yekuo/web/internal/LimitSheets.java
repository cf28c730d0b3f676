package org.yekuo.web.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yekuo.calendar.BusinessClock;
import org.yekuo.calendar.DayKind;
import org.yekuo.calendar.Notice;
import org.yekuo.calendar.WorkCalendar;
import org.yekuo.calendar.WorkCalendars;
import org.yekuo.casework.ReadingCase;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Regulations;
import org.yekuo.regulation.StageDefinition;
import org.yekuo.vocabulary.Text;

/** Explains every limit of a case so that it can be appealed against (时限说明): the standards side by side, day by day, with the paper behind each day. */
@Component
public class LimitSheets {

    /** One limit in one round, as each standard has it. */
    public record Sheet(Text name, int phase, int round, List<Row> rows) {}

    /**
     * One standard.
     *
     * @param mayStop reasons that would stop its clock
     */
    public record Row(ReadingCase.Limit limit, @Nullable DeadlineRibbon ribbon, List<Text> starts, List<Text> stops, List<Day> days, List<Stood> stood, List<Text> mayStop) {}

    /** One day: how it counts, why, by which paper, and how many are used at its end. */
    public record Day(DeadlineRibbon.Cell cell, @Nullable String paper, int used) {}

    /** A time in which the clock stood, and what proves it. */
    public record Stood(ReadingCase.Pause pause, Text reason) {}

    private final Regulations regulations;
    private final WorkCalendars calendars;
    private final BusinessClock clock;
    private final Say say;

    LimitSheets(Regulations regulations, WorkCalendars calendars, BusinessClock clock, Say say) {
        this.regulations = regulations;
        this.calendars = calendars;
        this.clock = clock;
        this.say = say;
    }

    /** The limits of a case, void ones last. */
    public List<Sheet> of(ReadingCase.Summary summary, List<ReadingCase.Limit> limits) {
        record Key(String limit, int phase, int round) {}
        var pack = regulations.pack(summary.pack()).orElseThrow();
        var calendar = calendars.current();
        var together = new LinkedHashMap<Key, List<ReadingCase.Limit>>();
        limits.stream().sorted(Comparator.comparing((ReadingCase.Limit limit) -> limit.state().equals("VOID")).thenComparing(ReadingCase.Limit::day0))
                .forEach(limit -> together.computeIfAbsent(new Key(limit.limit(), limit.phase(), limit.round()), key -> new ArrayList<>()).add(limit));
        return together.values().stream().map(same -> new Sheet(same.getFirst().name(), same.getFirst().phase(), same.getFirst().round(),
                same.stream().sorted(Comparator.comparing(limit -> List.of("COMMITTED", "ASSESSED", "STATUTORY").indexOf(limit.standard()))).map(limit -> row(limit, pack, summary, calendar)).toList())).toList();
    }

    private Row row(ReadingCase.Limit limit, Pack pack, ReadingCase.Summary summary, WorkCalendar calendar) {
        var ribbon = DeadlineRibbon.of(limit, calendar, clock.today()).orElse(null);
        var stood = limit.pauses().stream().map(pause -> new Stood(pause, reason(pack, pause.reason()))).toList();
        var mayStop = pack.limits().stream().filter(row -> row.limit().equals(limit.limit()) && row.standard().name().equals(limit.standard()))
                .flatMap(row -> row.pauses().stream()).distinct().map(code -> reason(pack, code)).toList();
        return new Row(limit, ribbon, signals(limit.starts(), pack, summary), signals(limit.stops(), pack, summary), ribbon == null ? List.of() : days(ribbon, stood, calendar), stood, mayStop);
    }

    private List<Day> days(DeadlineRibbon ribbon, List<Stood> stood, WorkCalendar calendar) {
        var days = new ArrayList<Day>();
        var notices = calendars.notices();
        int used = 0;
        for (var cell : ribbon.cells()) {
            used += cell.state() == DeadlineRibbon.State.USED || cell.state() == DeadlineRibbon.State.LATE ? 1 : 0;
            days.add(new Day(cell, paper(cell, stood, calendar, notices), used));
        }
        return days;
    }

    /** The notice that moves the day, or what proves that the clock stood. */
    private @Nullable String paper(DeadlineRibbon.Cell cell, List<Stood> stood, WorkCalendar calendar, Function<LocalDate, Optional<Notice>> notices) {
        if (cell.state() == DeadlineRibbon.State.PAUSED) {
            return stood.stream().filter(one -> covers(one.pause(), cell.day())).findFirst().map(one -> say.of(one.reason())).orElse(null);
        }
        var kind = calendar.day(cell.day()).kind();
        return kind == DayKind.HOLIDAY || kind == DayKind.WORKING_WEEKEND ? notices.apply(cell.day()).map(Notice::toString).orElse(null) : null;
    }

    private static boolean covers(ReadingCase.Pause pause, LocalDate day) {
        return day.isAfter(pause.from()) && (pause.to() == null || !day.isAfter(pause.to()));
    }

    private static Text reason(Pack pack, String code) {
        return pack.reasons().stream().filter(row -> row.code().equals(code)).findFirst().map(row -> row.name()).orElse(new Text(code, code));
    }

    private List<Text> signals(List<String> signals, Pack pack, ReadingCase.Summary summary) {
        var stages = pack.procedure(summary.procedure()).map(procedure -> procedure.stages()).orElse(List.of());
        return signals.stream().map(signal -> signal(signal, stages, pack)).toList();
    }

    /** {@code plan-reply.served} is said 供电方案答复送达; a limit that is a sum names its limits. */
    private Text signal(String signal, List<StageDefinition> stages, Pack pack) {
        if (signal.contains("/")) {
            var limit = signal.split("/")[0];
            return pack.limits().stream().filter(row -> row.limit().equals(limit)).findFirst().map(row -> row.name()).orElse(new Text(limit, limit));
        }
        var steps = signal.split("\\.");
        var stage = stages.stream().filter(one -> one.key().equals(steps[0])).findFirst();
        var name = stage.map(StageDefinition::name);
        if (steps.length == 3) {
            name = stage.flatMap(found -> found.parts().stream().filter(part -> part.key().equals(steps[1])).findFirst().map(part -> part.name())).or(() -> stage.map(StageDefinition::name));
        }
        return said(steps.length == 1 ? signal : signal.equals("construction.started") ? signal : steps[steps.length - 1], name);
    }

    private Text said(String verb, Optional<Text> name) {
        return new Text(say.key("web.signal." + verb, name.map(Text::zh).orElse("")), say.key("web.signal." + verb, name.map(Text::en).orElse("")));
    }
}
