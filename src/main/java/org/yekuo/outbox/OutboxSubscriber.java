package org.yekuo.outbox;

/** Somebody who wants messages. A message is delivered at least once to everyone who accepts its topic. */
public interface OutboxSubscriber {

    boolean accepts(String topic);

    /** Takes a message; an exception means it comes again later, and that the case's later messages wait. */
    void deliver(OutboxMessage message);
}
