package org.yekuo.outbox;

import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

/** A message on its way. A receiver that has seen {@code caseNo} and {@code seq} with this topic and id knows a repeat. */
public record OutboxMessage(long id, UnitCode unit, CaseNo caseNo, long seq, String topic, String payloadJson, int attempts) {}
