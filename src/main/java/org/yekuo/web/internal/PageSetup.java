package org.yekuo.web.internal;

import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Pages speak Chinese until a reader chooses English; the choice is kept in a cookie. */
@Configuration(proxyBeanMethods = false)
class PageSetup {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("yekuo-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setCookieHttpOnly(true);
        return resolver;
    }
}
