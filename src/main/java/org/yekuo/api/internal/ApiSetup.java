package org.yekuo.api.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yekuo.customer.ConsumerNo;
import org.yekuo.vocabulary.CaseNo;
import org.yekuo.vocabulary.Clause;
import org.yekuo.vocabulary.UnitCode;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

@Configuration
class ApiSetup implements WebMvcConfigurer {

    private final JsonBodyReader bodies;

    ApiSetup(JsonBodyReader bodies) {
        this.bodies = bodies;
    }

    /** Numbers and codes are written as the text they are. */
    @Bean
    JacksonModule valuesAsText() {
        var module = new SimpleModule("values as text");
        List.of(CaseNo.class, UnitCode.class, Clause.class, ConsumerNo.class).forEach(type -> module.addSerializer(type, ToStringSerializer.instance));
        return module;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(bodies);
    }
}
