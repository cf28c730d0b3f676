package org.yekuo.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.yekuo.YekuoIT;
import org.yekuo.database.OneTrip;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.UnitCode;

@YekuoIT
class OutboxIT {

    private static final UnitCode UNIT = new UnitCode("9901");
    private static final CaseNo NO = CaseNo.of(UNIT, 1);

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcOperations operations;

    @LocalServerPort
    private int port;

    @Test
    void a_message_is_written_with_its_act_or_not_at_all() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> put(NO, 1, "test.nobody-listens"));
        transaction.executeWithoutResult(status -> {
            put(NO, 2, "test.nobody-listens");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> put(NO, 3, "test.nobody-listens"));

        assertThat(jdbc.sql("select seq from outbox where unit = '9901'").query(Integer.class).list()).containsExactly(3);
    }

    @Test
    void a_message_waits_only_for_those_who_take_it() {
        var no = CaseNo.of(UNIT, 3);
        transaction.executeWithoutResult(status -> put(no, 1, "test.nobody-listens", "case.urged", "test.nobody-listens"));

        assertThat(jdbc.sql("select topic || ' ' || (dispatched_at is null) from outbox where case_no = ? order by id").param(no.value()).query(String.class).list())
                .containsExactly("test.nobody-listens false", "case.urged true", "test.nobody-listens false");
    }

    private void put(CaseNo no, long seq, String... topics) {
        var trip = new OneTrip();
        outbox.put(trip, UNIT, no, Arrays.stream(topics).map(topic -> new Outbox.Message(seq, topic, "{}")).toList());
        trip.go(operations);
    }

    @Test
    void what_waits_is_counted_for_everybody_and_does_not_make_the_program_ill() throws IOException, InterruptedException {
        transaction.executeWithoutResult(status -> put(CaseNo.of(UNIT, 2), 1, "case.urged"));
        jdbc.sql("update outbox set attempts = 3 where case_no = ?").param(CaseNo.of(UNIT, 2).value()).update();

        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/messages")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"waiting\":", "\"failing\":1", "\"status\":\"UP\"").doesNotContain("jdbc");
    }
}
