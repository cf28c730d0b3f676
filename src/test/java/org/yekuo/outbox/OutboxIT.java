package org.yekuo.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import org.yekuo.YekuoIT;
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

    @LocalServerPort
    private int port;

    @Test
    void a_message_is_written_with_its_act_or_not_at_all() {
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> outbox.put(UNIT, NO, List.of(new Outbox.Message(1, "test.nobody-listens", "{}"))));
        transaction.executeWithoutResult(status -> {
            outbox.put(UNIT, NO, List.of(new Outbox.Message(2, "test.nobody-listens", "{}")));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> outbox.put(UNIT, NO, List.of(new Outbox.Message(3, "test.nobody-listens", "{}"))));

        assertThat(jdbc.sql("select seq from outbox where unit = '9901'").query(Integer.class).list()).containsExactly(3);
    }

    @Test
    void what_waits_is_counted_for_everybody_and_does_not_make_the_program_ill() throws IOException, InterruptedException {
        transaction.executeWithoutResult(status -> outbox.put(UNIT, CaseNo.of(UNIT, 2), List.of(new Outbox.Message(1, "test.nobody-listens", "{}"))));
        jdbc.sql("update outbox set attempts = 3 where case_no = ?").param(CaseNo.of(UNIT, 2).value()).update();

        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/messages")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"waiting\":", "\"failing\":1", "\"status\":\"UP\"").doesNotContain("jdbc");
    }
}
