package org.yekuo.access;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a browser may lie untouched before its user has to sign in again ({@code yekuo.access.idle}); zero: as long as the token lives. */
@Component
public class SessionRules {

    private final Duration idle;

    SessionRules(@Value("${yekuo.access.idle:30m}") Duration idle) {
        this.idle = idle;
    }

    public Duration idle() {
        return idle;
    }
}
