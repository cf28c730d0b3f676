package org.yekuo.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yekuo.regulation.Pack;
import org.yekuo.regulation.Procedure;
import org.yekuo.vocabulary.Actor;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Facts;
import org.yekuo.vocabulary.UnitCode;

/** A case as a stage's room sees it while it works on one run: read only. */
public interface CaseView {

    CaseNo caseNo();

    /** The supplying city company; leads the key of every row about the case. */
    UnitCode unit();

    /** The city or county that handles it. */
    UnitCode handledBy();

    /** The city or county company the premises lie in; a city may handle it for a county. */
    default UnitCode premisesUnit() {
        return handledBy();
    }

    /** The rules it is pinned to. */
    Pack pack();

    Procedure procedure();

    Facts facts();

    long customerId();

    long premisesId();

    /** What was applied for, as it stands after corrections; holds no identity number and no phone. */
    Application application();

    /** The day it was accepted, or null before. */
    @Nullable LocalDate acceptedOn();

    /** The day it was first heard of (预受理). */
    default LocalDate registeredOn() {
        return today();
    }

    /** The day the act is done. */
    LocalDate today();

    /** The business day the act is entered: later than {@link #today} only while the history of a case of an old system is taken over. */
    default LocalDate recordedOn() {
        return today();
    }

    Actor actor();

    /** The phase the run is for; 0 where the stage is not done by phase. */
    int phase();

    int round();

    /** The papers named with the customer's requests for this stage and phase so far, earlier rounds included; empty where there was none. */
    List<String> requestedPapers();

    /** The parts of the run worked on. */
    List<Part> parts();

    /** The result of a stage that has passed, in this phase or, where one of the two is not by phase, in phase 0 or the only phase. */
    <R extends StageResult> Optional<R> result(String stage, Class<R> type);

    /** The passed results of a stage in all phases, by phase. */
    <R extends StageResult> List<R> results(String stage, Class<R> type);

    /** The results of earlier rounds of this stage and phase, the oldest first, superseded ones included. */
    <R extends StageResult> List<R> earlierRounds(Class<R> type);

    /** Whether the stage is skipped, or passed and, where the pack gates on it, its receipt served or acknowledged. */
    boolean settled(String stage);

    /** Whether the stage was skipped because it does not apply. */
    boolean skipped(String stage);

    /** The day a signal was given ({@code plan-reply.served}), if it was; by this phase. */
    Optional<LocalDate> signal(String signal);

    /** Who closed the earlier rounds of this run that did not pass: a second refusal is another person's. */
    default List<String> refusedEarlierBy() {
        return List.of();
    }

    /** One department's part of the run. */
    record Part(String key, boolean lead, @Nullable String assignee, @Nullable Opinion opinion, @Nullable String text,
            @Nullable LocalDate closedOn, @Nullable String closedBy) {}
}
