package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an old system says has happened in a case that has ended (历史工单): what it recorded and nothing else. Nobody here saw its papers.
 *
 * @param originalNo its number there
 * @param stages     the stages that were done, rounds of one stage in their order; acceptance may be among them or not
 * @param ended      how and when it ended
 * @param consumerNo the account it led to or changed (户号), as the old system wrote it
 */
public record RecordedHistory(
        String originalNo, @Nullable String originalSystem, LocalDate acceptedOn, List<Stage> stages, List<Pause> pauses, Ended ended,
        @Nullable String consumerNo, @Nullable Archive archive) {

    /** How a round of a stage ended there. */
    public enum Conclusion { PASSED, AGAIN }

    /** How a case ended there: 归档, 撤销, 终止, 过期. */
    public enum Ending { ARCHIVED, WITHDRAWN, TERMINATED, EXPIRED }

    public RecordedHistory {
        stages = List.copyOf(stages);
        pauses = List.copyOf(pauses);
    }

    /**
     * One round of a stage.
     *
     * @param openedOn the day it began; of a stage on request, the day of the request
     * @param closedOn the day it was done; null where the case ended before
     * @param servedOn the day its receipt reached the customer
     * @param by       who did it, as a name
     * @param parts    days of colleagues' parts that limits go by, by their keys
     */
    public record Stage(
            String stage, LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate servedOn, Conclusion outcome, @Nullable String by,
            @Nullable String note, Map<String, LocalDate> parts) {

        public Stage {
            parts = Map.copyOf(parts);
        }
    }

    /** A time in which the old system says clocks stood. It is shown beside the limit and not deducted: nobody here saw its proof. */
    public record Pause(String reason, LocalDate from, LocalDate to) {}

    public record Ended(Ending how, LocalDate on, @Nullable String reason) {}

    /** Where its papers are: 档案号, 存放位置. */
    public record Archive(String no, @Nullable String place) {}
}
