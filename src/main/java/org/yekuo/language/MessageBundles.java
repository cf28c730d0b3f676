package org.yekuo.language;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pages read the same bundles as refusals do. */
@Configuration(proxyBeanMethods = false)
class MessageBundles {

    @Bean
    MessageSource messageSource(Sentences sentences) {
        return sentences.bundles();
    }
}
