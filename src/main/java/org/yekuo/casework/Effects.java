package org.yekuo.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a stage's result; a value, so that deciding and writing stay apart.
 *
 * @param outcome      how the stage closes
 * @param facts        facts it sets, by the names the pack declares
 * @param receipt      what the stage's receipt says beside the next step and its limit; used only where the pack has a receipt
 * @param letters      letters to issue in the same act
 * @param messages     messages for the outbox
 * @param effectiveOn  the day the closing counts from, when it is not the day of the act
 * @param joinsEarlierRound whether for assessment this round is one with the earlier (a defect on an item passed before)
 */
public record Effects(
        Outcome outcome, Map<String, Object> facts, Map<String, Object> receipt, List<Letter> letters, List<Message> messages,
        @Nullable LocalDate effectiveOn, boolean joinsEarlierRound) {

    /** A letter (文书) and its contents as data. */
    public record Letter(String kind, Map<String, Object> content) {}

    /** A message another system or the customer is to get. */
    public record Message(String topic, Map<String, Object> payload) {}

    public Effects {
        facts = Map.copyOf(facts);
        receipt = Map.copyOf(receipt);
        letters = List.copyOf(letters);
        messages = List.copyOf(messages);
    }

    public static Effects passed() {
        return of(new Outcome.Passed());
    }

    public static Effects again(String reason) {
        return of(new Outcome.Again(reason));
    }

    public static Effects of(Outcome outcome) {
        return new Effects(outcome, Map.of(), Map.of(), List.of(), List.of(), null, false);
    }

    public Effects fact(String name, Object value) {
        var more = new TreeMap<>(facts);
        more.put(name, value);
        return new Effects(outcome, more, receipt, letters, messages, effectiveOn, joinsEarlierRound);
    }

    public Effects onReceipt(Map<String, Object> content) {
        return new Effects(outcome, facts, content, letters, messages, effectiveOn, joinsEarlierRound);
    }

    public Effects letter(String kind, Map<String, Object> content) {
        var more = new ArrayList<>(letters);
        more.add(new Letter(kind, content));
        return new Effects(outcome, facts, receipt, more, messages, effectiveOn, joinsEarlierRound);
    }

    public Effects message(String topic, Map<String, Object> payload) {
        var more = new ArrayList<>(messages);
        more.add(new Message(topic, payload));
        return new Effects(outcome, facts, receipt, letters, more, effectiveOn, joinsEarlierRound);
    }

    public Effects effectiveOn(LocalDate day) {
        return new Effects(outcome, facts, receipt, letters, messages, day, joinsEarlierRound);
    }

    public Effects joiningEarlierRound(boolean joins) {
        return new Effects(outcome, facts, receipt, letters, messages, effectiveOn, joins);
    }
}
