package org.yekuo.outbox;

/** Somebody who wants messages. A message is delivered at least once to everyone who accepts its topic. */
public interface OutboxSubscriber {

    boolean accepts(String topic);

    /**
     * Takes a message; an exception means it comes again later, and that the case's later messages wait. What it writes to the database is
     * committed together with the mark that the message is sent, or undone with the failure.
     */
    void deliver(OutboxMessage message);
}
