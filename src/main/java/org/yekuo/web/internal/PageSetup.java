package org.yekuo.web.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.dialect.SpringStandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;

/** Pages speak Chinese until a reader chooses English; the choice is kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class PageSetup {

    private static final List<String> FILES = List.of("/assets/", "/webjars/");

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("yekuo-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }

    /**
     * An address leaves out what there is none of: {@code phase=${null}} is no parameter, not an empty one. Only addresses of files get their content's hash: a page's
     * own would each be looked for among the files, in every jar, and that took half of a page's time.
     */
    @Autowired
    void addresses(SpringTemplateEngine engine) {
        var usual = new StandardLinkBuilder() {
            @Override
            protected String processLink(IExpressionContext context, String link) {
                return FILES.stream().anyMatch(link::contains) ? super.processLink(context, link) : link;
            }
        };
        engine.setLinkBuilder(new AbstractLinkBuilder() {
            @Override
            public String buildLink(IExpressionContext context, String base, Map<String, Object> parameters) {
                if (parameters == null || !parameters.containsValue(null)) {
                    return usual.buildLink(context, base, parameters);
                }
                var there = new LinkedHashMap<>(parameters);
                there.values().removeIf(Objects::isNull);
                return usual.buildLink(context, base, there);
            }
        });
    }

    /** What templates say most is read the short way. */
    @Autowired
    void paths(SpringTemplateEngine engine) {
        var usual = new SpringStandardDialect();
        var ours = new SpringStandardDialect() {
            private final PlainPaths paths = new PlainPaths(usual.getVariableExpressionEvaluator());

            @Override
            public IStandardVariableExpressionEvaluator getVariableExpressionEvaluator() {
                return paths;
            }
        };
        engine.setDialects(engine.getDialects().stream().map(dialect -> dialect instanceof SpringStandardDialect ? ours : dialect).collect(Collectors.toSet()));
    }
}
