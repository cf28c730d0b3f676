package org.yekuo.document.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** ClamAV over its socket (INSTREAM), at {@code yekuo.files.clamav.host}; off where no host is named. */
@Component
class VirusScanner {

    /** What the scanner says of one content. */
    sealed interface Verdict {

        record Off() implements Verdict {}

        record Clean() implements Verdict {}

        record Found(String virus) implements Verdict {}

        /** It would not say of this content: too large for it, or not to be read. */
        record Undecided() implements Verdict {}

        /** It is down. */
        record Unanswered() implements Verdict {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int PIECE = 64 * 1024;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final String host;
    private final int port;

    @Autowired
    VirusScanner(@Value("${yekuo.files.clamav.host:}") String host, @Value("${yekuo.files.clamav.port:3310}") int port) {
        this.host = host;
        this.port = port;
    }

    /** Reads all of {@code content}, unless the scanner is off or does not answer. */
    Verdict scan(InputStream content) {
        if (host.isBlank()) {
            return new Verdict.Off();
        }
        try (var socket = new Socket()) {
            try {
                socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            } catch (IOException down) {
                LOG.warn("The virus scanner at {}:{} does not answer: {}", host, port, down.toString());
                return new Verdict.Unanswered();
            }
            socket.setSoTimeout(ANSWER_MILLIS);
            send(content, new DataOutputStream(socket.getOutputStream()));
            return verdict(new String(socket.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8).replace("\0", "").strip());
        } catch (IOException brokenOff) {
            // It hangs up on what is too large for it. Is it down, the next connection fails.
            LOG.warn("The virus scanner at {}:{} did not take a file to its end: {}", host, port, brokenOff.toString());
            return new Verdict.Undecided();
        }
    }

    /** Pieces, each with its length before it, and a length of nothing at the end. */
    private static void send(InputStream content, DataOutputStream to) throws IOException {
        to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (var piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
            to.writeInt(piece.length);
            to.write(piece);
        }
        to.writeInt(0);
        to.flush();
    }

    private static Verdict verdict(String answer) {
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Found(found.group(1));
        }
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        LOG.warn("The virus scanner says: {}", answer);
        return new Verdict.Undecided();
    }
}
