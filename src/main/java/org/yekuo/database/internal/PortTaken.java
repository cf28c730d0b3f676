package org.yekuo.database.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in both languages that the port is taken; Boot's own sentence is English only. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTaken extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return new FailureAnalysis("""
                端口 %1$d 已被别的程序占用：请停止那个程序，或者用 --server.port=另一个端口 启动。
                Port %1$d is taken by another program: stop that program, or start with --server.port=<another port>.""".formatted(cause.getPort()), null, cause);
    }
}
