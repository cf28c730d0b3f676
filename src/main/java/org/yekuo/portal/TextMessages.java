package org.yekuo.portal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Sends text messages (短信). A drill shows them on a page; in production an adapter to the company's gateway implements it. */
public interface TextMessages {

    /** One message, at the local time it was sent. */
    record Sent(String phone, String text, LocalDateTime at) {}

    void send(String phone, String text);

    /** The last messages, the newest first, where they are shown instead of being sent. */
    default Optional<List<Sent>> shown() {
        return Optional.empty();
    }
}
