package org.yekuo.api.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of answers nobody will ask for again. */
@Component
@ConditionalOnProperty(name = "yekuo.chores", havingValue = "true", matchIfMissing = true)
class ApiChores {

    private final Idempotent idempotent;

    ApiChores(Idempotent idempotent) {
        this.idempotent = idempotent;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT3M")
    void forgetOldAnswers() {
        idempotent.forget();
    }
}
