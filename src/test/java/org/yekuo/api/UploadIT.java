package org.yekuo.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yekuo.document.PlainPdf;
import org.yekuo.drill.SampleAccounts;
import org.yekuo.scenario.Day;

/** Uploads as lines and senders are: too long, cut off, sent twice. Nothing is half-stored. */
class UploadIT extends Day {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void two_gigabytes_are_refused_by_what_is_announced_before_a_byte_is_sent() throws IOException {
        var answer = talk("Content-Length: 2147483648\r\n", new byte[0], false);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("document.file-too-large");
    }

    @Test
    void an_upload_cut_half_way_leaves_nothing_and_the_same_again_is_taken_once() throws IOException {
        var name = "cut-" + UUID.randomUUID() + ".pdf";
        var content = PlainPdf.of(300_000);
        talk("Content-Length: " + content.length + "\r\n", java.util.Arrays.copyOf(content, 150_000), true, name);
        assertThat(kept(name)).isZero();

        var path = "/files?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        var first = office.upload("cf.kf1", path, "application/pdf", content);
        var again = office.upload("cf.kf1", path, "application/pdf", content);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.body().path("fileId").asString()).isEqualTo(first.body().path("fileId").asString());
        assertThat(kept(name)).isEqualTo(1);
    }

    private long kept(String name) {
        return jdbc.sql("select count(*) from stored_file where name = ?").param(name).query(Long.class).single();
    }

    private String talk(String length, byte[] body, boolean leave) throws IOException {
        return talk(length, body, leave, "large.pdf");
    }

    /** Speaks HTTP by hand; answers what comes back, or goes away in the middle. */
    private String talk(String length, byte[] body, boolean leave, String name) throws IOException {
        var token = office.post("cf.kf1", "/tokens", java.util.Map.of("username", "cf.kf1", "password", SampleAccounts.PASSWORD)).mustSucceed().body().path("token").asString();
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/files?name=" + name + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/pdf\r\n" + length
                    + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            // The server waits a little for a sender who goes on sending before it hangs up; its answer is there before.
            var answer = new StringBuilder();
            for (int read = leave ? -1 : socket.getInputStream().read(); read >= 0 && !answer.toString().contains("document.file-too-large"); read = socket.getInputStream().read()) {
                answer.append((char) read);
            }
            return answer.toString();
        }
    }
}
