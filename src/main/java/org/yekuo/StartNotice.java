package org.yekuo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started a drill where to look. */
@Component
@ConditionalOnProperty(name = "yekuo.mode", havingValue = "drill", matchIfMissing = true)
class StartNotice {

    private static final Logger LOG = LoggerFactory.getLogger(StartNotice.class);

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void tell(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        LOG.info("Yekuo 已启动 / is ready: http://localhost:{}{}",
                environment.getProperty("local.server.port", "8080"), environment.getProperty("server.servlet.context-path", ""));
    }
}
